/**
 * The lab in reactive applications.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.lab.reactive;

import org.jspecify.annotations.NullMarked;
