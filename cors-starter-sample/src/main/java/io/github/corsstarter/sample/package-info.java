/**
 * A demonstration: three APIs, each with a policy of its own in {@code application.yml}.
 * No code here is about CORS.
 */
@NullMarked
package io.github.corsstarter.sample;

import org.jspecify.annotations.NullMarked;
