/**
 * Auto-configuration of CORS policies: properties, policies in force, and a filter for
 * each web stack.
 */
@NullMarked
package io.github.corsstarter.autoconfigure;

import org.jspecify.annotations.NullMarked;
