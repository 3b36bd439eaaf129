package io.github.corsstarter.integration.edge;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.CorsRequestReader;
import io.github.corsstarter.integration.Http;

/**
 * A request that is sent to an edge, and that the engine can be asked about.
 *
 * @param method the method
 * @param path the path, undecoded
 * @param headers the values of each header
 */
record TestRequest(String method, String path, Map<String, List<String>> headers) {

	/** The host that is asked, over http. */
	static final String HOST = "api.example.net";

	static final CorsRequestReader<TestRequest> READER = new Reader();

	static TestRequest get(String path, String origin) {
		return new TestRequest("GET", path, Map.of("Origin", List.of(origin)));
	}

	static TestRequest preflight(String path, String origin, String method) {
		return new TestRequest("OPTIONS", path,
				Map.of("Origin", List.of(origin), "Access-Control-Request-Method", List.of(method)));
	}

	List<String> values(String name) {
		return this.headers.getOrDefault(name, List.of());
	}

	Http.Request to(int port) {
		Http.Request request = new Http.Request(port, this.method, this.path).host(HOST);
		this.headers.forEach((name, values) -> values.forEach((value) -> request.header(name, value)));
		return request;
	}

	private static final class Reader implements CorsRequestReader<TestRequest> {

		@Override
		public String method(TestRequest request) {
			return request.method();
		}

		@Override
		public String path(TestRequest request) {
			return request.path();
		}

		@Override
		public int pathOffset(TestRequest request) {
			return 0;
		}

		@Override
		public String header(TestRequest request, String name) {
			return request.values(name).stream().findFirst().orElse(null);
		}

		@Override
		public Enumeration<String> headers(TestRequest request, String name) {
			return Collections.enumeration(request.values(name));
		}

		@Override
		public String scheme(TestRequest request) {
			return "http";
		}

		@Override
		public String host(TestRequest request) {
			return HOST;
		}

		@Override
		public int port(TestRequest request) {
			return 80;
		}

	}

}
