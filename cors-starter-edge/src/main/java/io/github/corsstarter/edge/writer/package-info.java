/**
 * What the writers of all targets have in common: heads of files, what cannot be said,
 * YAML.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.edge.writer;

import org.jspecify.annotations.NullMarked;
