/**
 * Applies CORS policies to reactive web applications.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.autoconfigure.reactive;

import org.jspecify.annotations.NullMarked;
