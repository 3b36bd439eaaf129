/**
 * Tables and grammars of the Fetch standard: methods, header names, requested headers.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.fetch;

import org.jspecify.annotations.NullMarked;
