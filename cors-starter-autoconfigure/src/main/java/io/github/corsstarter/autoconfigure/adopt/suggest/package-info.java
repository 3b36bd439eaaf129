/**
 * Puts the CORS configuration that an application has beside its policies into policies.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.autoconfigure.adopt.suggest;

import org.jspecify.annotations.NullMarked;
