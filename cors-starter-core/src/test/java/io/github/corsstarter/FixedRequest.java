package io.github.corsstarter;

import java.util.Enumeration;

import org.jspecify.annotations.Nullable;

/**
 * A request that hands out what it has without making anything, so that whatever is
 * allocated is allocated by who looks at it.
 */
@SuppressWarnings("JdkObsolete") // Servlet requests hand out headers so.
public final class FixedRequest implements Enumeration<String> {

	public static final CorsRequestReader<FixedRequest> READER = new Reader();

	private final String method;

	private final String path;

	private final @Nullable String origin;

	private final @Nullable String requestedMethod;

	private final @Nullable String requestedHeaders;

	private @Nullable String next;

	FixedRequest(String method, String path, @Nullable String origin, @Nullable String requestedMethod,
			@Nullable String requestedHeaders) {
		this.method = method;
		this.path = path;
		this.origin = origin;
		this.requestedMethod = requestedMethod;
		this.requestedHeaders = requestedHeaders;
	}

	@Override
	public boolean hasMoreElements() {
		return this.next != null;
	}

	@Override
	@SuppressWarnings("NullAway") // Asked only where there is one.
	public String nextElement() {
		String field = this.next;
		this.next = null;
		return field;
	}

	private static final class Reader implements CorsRequestReader<FixedRequest> {

		@Override
		public String method(FixedRequest request) {
			return request.method;
		}

		@Override
		public String path(FixedRequest request) {
			return request.path;
		}

		@Override
		public int pathOffset(FixedRequest request) {
			return 0;
		}

		@Override
		public @Nullable String header(FixedRequest request, String name) {
			return switch (name) {
				case "Origin" -> request.origin;
				case "Access-Control-Request-Method" -> request.requestedMethod;
				case "Access-Control-Request-Headers" -> request.requestedHeaders;
				default -> null;
			};
		}

		@Override
		public Enumeration<String> headers(FixedRequest request, String name) {
			request.next = header(request, name);
			return request;
		}

		@Override
		public String scheme(FixedRequest request) {
			return "https";
		}

		@Override
		public String host(FixedRequest request) {
			return "api.example.net";
		}

		@Override
		public int port(FixedRequest request) {
			return 443;
		}

	}

}
