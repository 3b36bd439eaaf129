/**
 * The packaged jars in applications on every line of Spring Boot.
 */
@NullMarked
package io.github.corsstarter.compatibility;

import org.jspecify.annotations.NullMarked;
