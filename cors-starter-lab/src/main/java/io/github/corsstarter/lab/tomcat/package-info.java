/**
 * What Tomcat tells the lab, on either stack.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.lab.tomcat;

import org.jspecify.annotations.NullMarked;
