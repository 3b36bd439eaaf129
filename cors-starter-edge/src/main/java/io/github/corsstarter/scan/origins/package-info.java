/**
 * Origins that a scan tries: members of what policies allow, and others that a careless
 * comparison takes for them.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.scan.origins;

import org.jspecify.annotations.NullMarked;
