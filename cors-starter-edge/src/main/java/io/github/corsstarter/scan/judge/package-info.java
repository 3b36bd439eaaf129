/**
 * Judges what came over the wire by what the policies say, in three layers: what a
 * browser makes of it, what may go wrong later, and mere form.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.scan.judge;

import org.jspecify.annotations.NullMarked;
