/**
 * What is known of the application that policies are for.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.autoconfigure.inspect;

import org.jspecify.annotations.NullMarked;
