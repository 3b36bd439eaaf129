/**
 * Assertions about CORS policies, for the tests of applications that have some.
 */
@NullMarked
package io.github.corsstarter.test;

import org.jspecify.annotations.NullMarked;
