/**
 * What is published, and what a newcomer does before and with it.
 */
@NullMarked
package io.github.corsstarter.compatibility.release;

import org.jspecify.annotations.NullMarked;
