/**
 * Says policies to Apache httpd.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.edge.apache;

import org.jspecify.annotations.NullMarked;
