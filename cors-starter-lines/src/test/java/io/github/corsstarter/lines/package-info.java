/**
 * The packaged jars in applications on every line of Spring Boot.
 */
@NullMarked
package io.github.corsstarter.lines;

import org.jspecify.annotations.NullMarked;
