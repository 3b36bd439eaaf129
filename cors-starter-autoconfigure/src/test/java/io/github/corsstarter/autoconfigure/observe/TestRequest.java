package io.github.corsstarter.autoconfigure.observe;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.CorsRequestReader;
import org.jspecify.annotations.Nullable;

/**
 * A request without a server.
 */
record TestRequest(String method, String path, Map<String, List<String>> headers) {

	static final CorsRequestReader<TestRequest> READER = new Reader();

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
		public @Nullable String header(TestRequest request, String name) {
			return request.headers().containsKey(name) ? request.headers().get(name).get(0) : null;
		}

		@Override
		public Enumeration<String> headers(TestRequest request, String name) {
			return Collections.enumeration(request.headers().getOrDefault(name, List.of()));
		}

		@Override
		public String scheme(TestRequest request) {
			return "http";
		}

		@Override
		public @Nullable String host(TestRequest request) {
			return null;
		}

		@Override
		public int port(TestRequest request) {
			return 0;
		}

	}

}
