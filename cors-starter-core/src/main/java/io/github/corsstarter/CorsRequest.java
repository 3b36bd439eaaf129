package io.github.corsstarter;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A request that never came: for dry runs and tests, decided about by the same code as
 * those that did.
 *
 * @param method the method
 * @param path the path, undecoded, without the query
 * @param pathOffset the length of the context path, or of the base path
 * @param headers the values of each header; names are compared without case
 * @param scheme the scheme of the request's own URL, in lower case
 * @param host the host of the request's own URL, or {@code null} if it is not known
 * @param port the port of the request's own URL, or a number below 1 for the default
 */
public record CorsRequest(String method, String path, int pathOffset, Map<String, List<String>> headers, String scheme,
		@Nullable String host, int port) {

	/**
	 * Reads such requests.
	 */
	public static final CorsRequestAccessor<CorsRequest> ACCESSOR = new Accessor();

	/**
	 * Creates a request.
	 */
	public CorsRequest {
		Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
		headers = Collections.unmodifiableMap(copy);
	}

	/**
	 * Creates a request to a host that is not known.
	 * @param method the method
	 * @param path the path, undecoded, without context path and query
	 * @param headers the values of each header
	 * @return the request
	 */
	public static CorsRequest of(String method, String path, Map<String, List<String>> headers) {
		return new CorsRequest(method, path, 0, headers, "http", null, 0);
	}

	private static final class Accessor implements CorsRequestAccessor<CorsRequest> {

		@Override
		public String method(CorsRequest request) {
			return request.method();
		}

		@Override
		public String path(CorsRequest request) {
			return request.path();
		}

		@Override
		public int pathOffset(CorsRequest request) {
			return request.pathOffset();
		}

		@Override
		public @Nullable String header(CorsRequest request, String name) {
			List<String> values = values(request, name);
			return values.isEmpty() ? null : values.get(0);
		}

		@Override
		public Enumeration<String> headers(CorsRequest request, String name) {
			return Collections.enumeration(values(request, name));
		}

		@Override
		public String scheme(CorsRequest request) {
			return request.scheme();
		}

		@Override
		public @Nullable String host(CorsRequest request) {
			return request.host();
		}

		@Override
		public int port(CorsRequest request) {
			return request.port();
		}

		private static List<String> values(CorsRequest request, String name) {
			return request.headers().getOrDefault(name, List.of());
		}

	}

}
