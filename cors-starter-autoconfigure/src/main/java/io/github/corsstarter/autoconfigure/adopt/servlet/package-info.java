/**
 * Reads CORS configuration of servlet applications: filters, Spring MVC, Spring Security.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.autoconfigure.adopt.servlet;

import org.jspecify.annotations.NullMarked;
