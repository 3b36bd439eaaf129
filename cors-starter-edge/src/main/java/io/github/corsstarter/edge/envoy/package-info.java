/**
 * Says policies to Envoy.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.edge.envoy;

import org.jspecify.annotations.NullMarked;
