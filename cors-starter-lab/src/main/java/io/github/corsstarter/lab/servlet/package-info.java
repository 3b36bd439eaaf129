/**
 * The lab in servlet applications.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.lab.servlet;

import org.jspecify.annotations.NullMarked;
