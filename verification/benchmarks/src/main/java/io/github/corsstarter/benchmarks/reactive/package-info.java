/**
 * The reactive filters, over plain stubs of exchanges.
 */
package io.github.corsstarter.benchmarks.reactive;
