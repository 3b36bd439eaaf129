/**
 * Applies CORS policies to servlet applications.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.autoconfigure.servlet;

import org.jspecify.annotations.NullMarked;
