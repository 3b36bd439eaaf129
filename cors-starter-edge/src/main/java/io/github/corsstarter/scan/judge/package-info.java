/**
 * Judges what came over the wire by what the policies say, in three layers: what a
 * browser makes of it, what may go wrong later, and mere form.
 */
@NullMarked
package io.github.corsstarter.scan.judge;

import org.jspecify.annotations.NullMarked;
