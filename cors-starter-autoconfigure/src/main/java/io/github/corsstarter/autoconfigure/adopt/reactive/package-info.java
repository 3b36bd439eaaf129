/**
 * Reads CORS configuration of reactive applications: filters, Spring WebFlux, Spring
 * Security.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.autoconfigure.adopt.reactive;

import org.jspecify.annotations.NullMarked;
