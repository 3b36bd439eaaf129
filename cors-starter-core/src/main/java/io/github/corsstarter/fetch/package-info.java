/**
 * Tables and grammars of the Fetch standard: methods, header names, requested headers.
 */
@NullMarked
package io.github.corsstarter.fetch;

import org.jspecify.annotations.NullMarked;
