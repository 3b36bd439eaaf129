/**
 * One request and what comes back, whatever a server makes of it: bounded in time and
 * size, on one host, with secrets that nobody gets to see.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.scan.wire;

import org.jspecify.annotations.NullMarked;
