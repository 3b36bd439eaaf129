/**
 * The actuator endpoint that shows policies, findings and refusals, and answers dry runs.
 */
@NullMarked
package io.github.corsstarter.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
