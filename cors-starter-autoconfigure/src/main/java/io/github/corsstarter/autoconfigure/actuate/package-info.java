/**
 * The actuator endpoint that shows policies, findings and refusals, and answers dry runs.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
