/**
 * What an application's author is told about policies.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.autoconfigure.diagnostics;

import org.jspecify.annotations.NullMarked;
