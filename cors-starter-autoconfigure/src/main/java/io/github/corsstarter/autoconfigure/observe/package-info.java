/**
 * Keeps, logs and counts what is decided about cross-origin requests.
 */
@NullMarked
package io.github.corsstarter.autoconfigure.observe;

import org.jspecify.annotations.NullMarked;
