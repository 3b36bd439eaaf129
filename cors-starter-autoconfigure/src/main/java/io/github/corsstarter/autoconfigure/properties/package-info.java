/**
 * What an application writes below {@code cors}, and where each value stands.
 */
@NullMarked
package io.github.corsstarter.autoconfigure.properties;

import org.jspecify.annotations.NullMarked;
