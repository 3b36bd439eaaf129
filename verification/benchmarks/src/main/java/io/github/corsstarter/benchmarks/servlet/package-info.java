/**
 * The servlet filters, over plain stubs of requests and responses.
 */
package io.github.corsstarter.benchmarks.servlet;
