/**
 * Path patterns with the meaning and the order of Spring's {@code PathPattern}, and an
 * index that finds the most specific one without trying them all.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.path;

import org.jspecify.annotations.NullMarked;
