/**
 * Tests for how policies are read.
 */
@NullMarked
package io.github.corsstarter.cli.input;

import org.jspecify.annotations.NullMarked;
