package io.github.corsstarter;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A request as a test writes it, on {@code http://api.example.net}.
 */
public final class StubRequest {

	public static final CorsRequestReader<StubRequest> READER = new Reader();

	private final String method;

	private final String path;

	private final List<String> names = new ArrayList<>();

	private final List<String> values = new ArrayList<>();

	private @Nullable String host = "api.example.net";

	private @Nullable String normalizedPath;

	private @Nullable Charset charset;

	private int reads;

	private StubRequest(String method, String path) {
		this.method = method;
		this.path = path;
	}

	public static StubRequest of(String method, String path) {
		return new StubRequest(method, path);
	}

	public static StubRequest actual(String method, String path, String origin) {
		return of(method, path).header("Origin", origin);
	}

	public static StubRequest preflight(String path, String origin, String requestedMethod,
			String... requestedHeaders) {
		StubRequest request = actual("OPTIONS", path, origin).header("Access-Control-Request-Method", requestedMethod);
		for (String field : requestedHeaders) {
			request.header("Access-Control-Request-Headers", field);
		}
		return request;
	}

	StubRequest header(String name, String value) {
		this.names.add(name);
		this.values.add(value);
		return this;
	}

	StubRequest withoutHost() {
		this.host = null;
		return this;
	}

	StubRequest withNormalizedPath(String path) {
		this.normalizedPath = path;
		return this;
	}

	StubRequest withCharset(Charset charset) {
		this.charset = charset;
		return this;
	}

	/**
	 * How often something of the request was read, each field's value included.
	 */
	int reads() {
		return this.reads;
	}

	private static final class Reader implements CorsRequestReader<StubRequest> {

		@Override
		public String method(StubRequest request) {
			request.reads++;
			return request.method;
		}

		@Override
		public String path(StubRequest request) {
			request.reads++;
			return request.path;
		}

		@Override
		public int pathOffset(StubRequest request) {
			request.reads++;
			return 0;
		}

		@Override
		public @Nullable String normalizedPath(StubRequest request) {
			request.reads++;
			return request.normalizedPath;
		}

		@Override
		public @Nullable Charset charset(StubRequest request) {
			request.reads++;
			return request.charset;
		}

		@Override
		public @Nullable String header(StubRequest request, String name) {
			request.reads++;
			for (int i = 0; i < request.names.size(); i++) {
				if (request.names.get(i).equalsIgnoreCase(name)) {
					return request.values.get(i);
				}
			}
			return null;
		}

		@Override
		public Enumeration<String> headers(StubRequest request, String name) {
			request.reads++;
			List<String> fields = new ArrayList<>();
			for (int i = 0; i < request.names.size(); i++) {
				if (request.names.get(i).equalsIgnoreCase(name)) {
					fields.add(request.values.get(i));
				}
			}
			return new Enumeration<>() {

				private final Enumeration<String> values = Collections.enumeration(fields);

				@Override
				public boolean hasMoreElements() {
					return this.values.hasMoreElements();
				}

				@Override
				public String nextElement() {
					request.reads++;
					return this.values.nextElement();
				}

			};
		}

		@Override
		public String scheme(StubRequest request) {
			request.reads++;
			return "http";
		}

		@Override
		public @Nullable String host(StubRequest request) {
			request.reads++;
			return request.host;
		}

		@Override
		public int port(StubRequest request) {
			request.reads++;
			return 80;
		}

	}

}
