package io.github.corsstarter.explain;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.corsstarter.CorsRequestReader;
import org.jspecify.annotations.Nullable;

/**
 * A request of a dry run. What decides about requests that came decides about it, too.
 *
 * @param method the method
 * @param path the path, undecoded, without the query
 * @param pathOffset the length of the context path, or of the base path
 * @param headers the values of each header; names are compared without case
 * @param scheme the scheme of the request's own URL, in lower case
 * @param host the host of the request's own URL, or {@code null} if it is not known
 * @param port the port of the request's own URL, or a number below 1 for the default
 */
record SimulatedRequest(String method, String path, int pathOffset, Map<String, List<String>> headers, String scheme,
		@Nullable String host, int port) {

	/**
	 * Reads such requests.
	 */
	public static final CorsRequestReader<SimulatedRequest> READER = new Reader();

	/**
	 * Creates a request.
	 */
	public SimulatedRequest {
		Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
		headers = Collections.unmodifiableMap(copy);
	}

	private static final class Reader implements CorsRequestReader<SimulatedRequest> {

		@Override
		public String method(SimulatedRequest request) {
			return request.method();
		}

		@Override
		public String path(SimulatedRequest request) {
			return request.path();
		}

		@Override
		public int pathOffset(SimulatedRequest request) {
			return request.pathOffset();
		}

		@Override
		public @Nullable String header(SimulatedRequest request, String name) {
			List<String> values = values(request, name);
			return values.isEmpty() ? null : values.get(0);
		}

		@Override
		public Enumeration<String> headers(SimulatedRequest request, String name) {
			return Collections.enumeration(values(request, name));
		}

		@Override
		public String scheme(SimulatedRequest request) {
			return request.scheme();
		}

		@Override
		public @Nullable String host(SimulatedRequest request) {
			return request.host();
		}

		@Override
		public int port(SimulatedRequest request) {
			return request.port();
		}

		private static List<String> values(SimulatedRequest request, String name) {
			return request.headers().getOrDefault(name, List.of());
		}

	}

}
