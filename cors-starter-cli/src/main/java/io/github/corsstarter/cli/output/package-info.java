/**
 * What commands print.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.cli.output;

import org.jspecify.annotations.NullMarked;
