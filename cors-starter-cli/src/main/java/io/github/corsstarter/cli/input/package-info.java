/**
 * Policies as the command line is given them: files of configuration, or what an
 * application's endpoint answers.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.cli.input;

import org.jspecify.annotations.NullMarked;
