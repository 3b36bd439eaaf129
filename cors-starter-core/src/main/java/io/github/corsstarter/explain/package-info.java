/**
 * Tells what would become of a request, and what to change.
 */
@NullMarked
package io.github.corsstarter.explain;

import org.jspecify.annotations.NullMarked;
