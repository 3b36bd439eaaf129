/**
 * Sends what is planned: slowly, to one host, and so that nobody else gets to see an
 * answer that was made for a scan.
 */
@NullMarked
package io.github.corsstarter.scan.send;

import org.jspecify.annotations.NullMarked;
