/**
 * The lab: pages for development that show an application's own CORS policies at work. It
 * serves static files to browsers on the same machine; what these show comes from the
 * endpoint {@code cors} of the actuator, with the rights of whoever reads it.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.lab;

import org.jspecify.annotations.NullMarked;
