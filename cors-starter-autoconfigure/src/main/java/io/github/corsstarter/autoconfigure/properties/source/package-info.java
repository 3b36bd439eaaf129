/**
 * Properties below {@code cors} before they are bound: their names, the sources that have
 * them, and where in a source they stand.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.autoconfigure.properties.source;

import org.jspecify.annotations.NullMarked;
