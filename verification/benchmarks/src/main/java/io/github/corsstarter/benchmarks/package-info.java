/**
 * Measures the filters beside Spring's and Tomcat's, on the same requests, under the same
 * policies.
 */
package io.github.corsstarter.benchmarks;
