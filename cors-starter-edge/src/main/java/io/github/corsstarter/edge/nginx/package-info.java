/**
 * Says policies to nginx.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.edge.nginx;

import org.jspecify.annotations.NullMarked;
