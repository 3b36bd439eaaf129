/**
 * Reading policies again when Spring Cloud refreshes an application's environment.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.autoconfigure.reload;

import org.jspecify.annotations.NullMarked;
