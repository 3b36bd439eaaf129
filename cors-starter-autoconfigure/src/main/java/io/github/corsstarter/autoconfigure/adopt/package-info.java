/**
 * The CORS configuration that an application has beside its policies: found, and put into
 * policies.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.autoconfigure.adopt;

import org.jspecify.annotations.NullMarked;
