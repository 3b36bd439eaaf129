/**
 * The browser that tests look at pages with.
 */
@NullMarked
package io.github.corsstarter.chromium;

import org.jspecify.annotations.NullMarked;
