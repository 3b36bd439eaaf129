/**
 * Makes what is printed: names, values out of requests, and YAML.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.text;

import org.jspecify.annotations.NullMarked;
