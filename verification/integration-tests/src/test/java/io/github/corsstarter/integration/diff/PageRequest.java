package io.github.corsstarter.integration.diff;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.CorsRequestReader;
import org.jspecify.annotations.Nullable;

/**
 * What a page asks for, as the two requests that its browser makes of it.
 *
 * @param path the path
 * @param origin the page's origin
 * @param method the method
 * @param header a header that the page sets, or {@code null}
 * @param credentials whether it asks for credentials
 */
record PageRequest(String path, String origin, String method, @Nullable String header, boolean credentials) {

	Sent preflight() {
		Map<String, String> fields = (this.header == null)
				? Map.of("Origin", this.origin, "Access-Control-Request-Method", this.method)
				: Map.of("Origin", this.origin, "Access-Control-Request-Method", this.method,
						"Access-Control-Request-Headers", this.header);
		return new Sent("OPTIONS", this.path, fields);
	}

	Sent actual() {
		return new Sent(this.method, this.path, Map.of("Origin", this.origin));
	}

	/**
	 * A request as a server sees it.
	 *
	 * @param method the method
	 * @param path the path
	 * @param fields the header's fields
	 */
	record Sent(String method, String path, Map<String, String> fields) {

		static final CorsRequestReader<Sent> READER = new CorsRequestReader<>() {

			@Override
			public String method(Sent request) {
				return request.method;
			}

			@Override
			public String path(Sent request) {
				return request.path;
			}

			@Override
			public int pathOffset(Sent request) {
				return 0;
			}

			@Override
			public @Nullable String header(Sent request, String name) {
				return request.fields.get(name);
			}

			@Override
			public Enumeration<String> headers(Sent request, String name) {
				String value = request.fields.get(name);
				return Collections.enumeration((value != null) ? List.of(value) : List.of());
			}

			@Override
			public String scheme(Sent request) {
				return "https";
			}

			@Override
			public @Nullable String host(Sent request) {
				return null;
			}

			@Override
			public int port(Sent request) {
				return 0;
			}

		};

	}

}
