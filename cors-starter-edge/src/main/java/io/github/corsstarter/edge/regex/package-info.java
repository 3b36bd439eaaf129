/**
 * Paths, origins and lists as regular expressions of the servers' dialects.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.edge.regex;

import org.jspecify.annotations.NullMarked;
