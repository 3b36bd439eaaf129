/**
 * What browsers may do under some policies and not under others.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.diff;

import org.jspecify.annotations.NullMarked;
