/**
 * The browser's side of the Fetch standard: when it asks first, and what it checks.
 */
@NullMarked
package io.github.corsstarter.browser;

import org.jspecify.annotations.NullMarked;
