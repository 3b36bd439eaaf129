/**
 * The CORS configuration that an application has beside its policies: what it is and how
 * it is read where the web stack makes no difference.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.autoconfigure.adopt;

import org.jspecify.annotations.NullMarked;
