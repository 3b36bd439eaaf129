/**
 * Keeps, logs and counts what is decided about cross-origin requests.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.autoconfigure.observe;

import org.jspecify.annotations.NullMarked;
