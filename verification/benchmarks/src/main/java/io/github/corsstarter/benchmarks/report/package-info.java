/**
 * Runs the benchmarks, keeps their results and shows them.
 */
package io.github.corsstarter.benchmarks.report;
