/**
 * What a browser's console says of a blocked request, read: an error's text goes in, and
 * what it tells of the request comes out.
 */
@NullMarked
package io.github.corsstarter.console;

import org.jspecify.annotations.NullMarked;
