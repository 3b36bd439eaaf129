/**
 * Origins: what a browser serializes, what a policy may list, and the set that tells in
 * constant time whether one is listed.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.origin;

import org.jspecify.annotations.NullMarked;
