/**
 * What is to be said to an edge, in no server's language: policies, and the paths that
 * lead to them in the order in which the first match counts.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.edge.model;

import org.jspecify.annotations.NullMarked;
