/**
 * From written to valid: the rules that policies are checked by, every problem at once.
 */
@NullMarked
package io.github.corsstarter.rules;

import org.jspecify.annotations.NullMarked;
