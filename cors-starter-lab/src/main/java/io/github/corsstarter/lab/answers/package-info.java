/**
 * What the endpoint answers when the lab asks: nothing is changed by it, and every answer
 * is bounded.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.lab.answers;

import org.jspecify.annotations.NullMarked;
