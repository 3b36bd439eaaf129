package io.github.corsstarter.scan;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.corsstarter.CorsRequestReader;
import org.jspecify.annotations.Nullable;

/**
 * A request as a server of the tests gets it.
 *
 * @param method the method
 * @param path the path
 * @param query the query, or the empty text
 * @param headers the fields of each header
 */
record Call(String method, String path, String query, Map<String, List<String>> headers) {

	static final CorsRequestReader<Call> READER = new CallReader();

	Call {
		Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		copy.putAll(headers);
		headers = copy;
	}

	@Nullable String header(String name) {
		List<String> values = this.headers.getOrDefault(name, List.of());
		return values.isEmpty() ? null : values.get(0);
	}

	boolean isPreflight() {
		return this.method.equals("OPTIONS") && header("Access-Control-Request-Method") != null;
	}

	Call withOrigin(@Nullable String origin) {
		Map<String, List<String>> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		changed.putAll(this.headers);
		changed.remove("Origin");
		if (origin != null) {
			changed.put("Origin", List.of(origin));
		}
		return new Call(this.method, this.path, this.query, changed);
	}

	private static final class CallReader implements CorsRequestReader<Call> {

		@Override
		public String method(Call call) {
			return call.method();
		}

		@Override
		public String path(Call call) {
			return call.path();
		}

		@Override
		public int pathOffset(Call call) {
			return 0;
		}

		@Override
		public @Nullable String header(Call call, String name) {
			return call.header(name);
		}

		@Override
		public Enumeration<String> headers(Call call, String name) {
			return Collections.enumeration(call.headers().getOrDefault(name, List.of()));
		}

		@Override
		public String scheme(Call call) {
			return "http";
		}

		@Override
		public @Nullable String host(Call call) {
			return null;
		}

		@Override
		public int port(Call call) {
			return 0;
		}

	}

}
