/**
 * What a browser's console says of a blocked request, read: an error's text goes in, and
 * what it tells of the request comes out.
 * <p>
 * Internal: applications do not call this, and any release may change it.
 */
@NullMarked
package io.github.corsstarter.console;

import org.jspecify.annotations.NullMarked;
