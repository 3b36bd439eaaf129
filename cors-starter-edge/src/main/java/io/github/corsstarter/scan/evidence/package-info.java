/**
 * What was seen over the wire, beside what the policies promise, and what was found in
 * it.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.scan.evidence;

import org.jspecify.annotations.NullMarked;
