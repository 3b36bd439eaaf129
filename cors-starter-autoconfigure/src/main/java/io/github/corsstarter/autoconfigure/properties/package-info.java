/**
 * What an application writes below {@code cors}, and where each value stands.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.autoconfigure.properties;

import org.jspecify.annotations.NullMarked;
