/**
 * Whole applications, for throughput over real sockets and for what a start costs.
 */
package io.github.corsstarter.benchmarks.server;
