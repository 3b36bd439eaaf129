/**
 * Says policies to Caddy.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.edge.caddy;

import org.jspecify.annotations.NullMarked;
