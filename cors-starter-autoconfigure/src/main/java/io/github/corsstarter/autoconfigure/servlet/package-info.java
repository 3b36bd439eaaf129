/**
 * Applies CORS policies to servlet applications.
 */
@NullMarked
package io.github.corsstarter.autoconfigure.servlet;

import org.jspecify.annotations.NullMarked;
