/**
 * Looks for faults in what was seen at one place: a class for each kind.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.scan.inspect;

import org.jspecify.annotations.NullMarked;
