/**
 * Tells what would become of a request, and what to change.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.explain;

import org.jspecify.annotations.NullMarked;
