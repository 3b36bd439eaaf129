/**
 * Tests that run the packaged jar, as pipelines do.
 */
@NullMarked
package io.github.corsstarter.cli;

import org.jspecify.annotations.NullMarked;
