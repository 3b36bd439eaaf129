/**
 * Says policies to HAProxy.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.edge.haproxy;

import org.jspecify.annotations.NullMarked;
