/**
 * Applies CORS policies to reactive web applications.
 */
@NullMarked
package io.github.corsstarter.autoconfigure.reactive;

import org.jspecify.annotations.NullMarked;
