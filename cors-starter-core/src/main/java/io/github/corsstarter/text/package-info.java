/**
 * Makes what is printed: names, values out of requests, and YAML.
 */
@NullMarked
package io.github.corsstarter.text;

import org.jspecify.annotations.NullMarked;
