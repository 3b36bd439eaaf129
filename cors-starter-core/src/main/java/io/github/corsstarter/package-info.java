/**
 * Decides what a cross-origin request gets, by the CORS protocol of the
 * <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch standard</a>. Nothing
 * here knows a web framework: adapters describe a request through
 * {@link io.github.corsstarter.CorsRequestReader} and carry out the
 * {@link io.github.corsstarter.CorsDecision} that comes back.
 */
@NullMarked
package io.github.corsstarter;

import org.jspecify.annotations.NullMarked;
