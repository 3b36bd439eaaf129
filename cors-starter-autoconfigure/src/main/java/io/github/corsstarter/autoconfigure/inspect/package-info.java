/**
 * What is known of the application that policies are for.
 */
@NullMarked
package io.github.corsstarter.autoconfigure.inspect;

import org.jspecify.annotations.NullMarked;
