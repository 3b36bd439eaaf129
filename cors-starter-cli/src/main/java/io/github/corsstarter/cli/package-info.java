/**
 * The command line: one class a command.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.cli;

import org.jspecify.annotations.NullMarked;
