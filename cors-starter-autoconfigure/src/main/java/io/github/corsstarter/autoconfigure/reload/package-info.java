/**
 * Reading policies again when Spring Cloud refreshes an application's environment.
 */
@NullMarked
package io.github.corsstarter.autoconfigure.reload;

import org.jspecify.annotations.NullMarked;
