package io.github.corsstarter.autoconfigure.reactive;

import java.util.Enumeration;
import java.util.Locale;

import io.github.corsstarter.CorsRequestReader;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Reads reactive requests.
 */
enum ServerCorsRequestReader implements CorsRequestReader<ServerHttpRequest> {

	INSTANCE;

	/**
	 * {@inheritDoc} Over HTTP/2 a WebSocket is opened by a CONNECT
	 * (<a href="https://www.rfc-editor.org/rfc/rfc8441#section-4">RFC 8441</a>), which
	 * stands for the GET of HTTP/1.1. Requests tell nothing of {@code :protocol}; the
	 * server itself looks at it before it upgrades.
	 */
	@Override
	public String method(ServerHttpRequest request) {
		String method = request.getMethod().name();
		return (method.equals("CONNECT") && request.getHeaders().getFirst("Sec-WebSocket-Version") != null) ? "GET"
				: method;
	}

	@Override
	public String path(ServerHttpRequest request) {
		return request.getPath().value();
	}

	@Override
	public int pathOffset(ServerHttpRequest request) {
		return request.getPath().contextPath().value().length();
	}

	@Override
	public @Nullable String header(ServerHttpRequest request, String name) {
		return request.getHeaders().getFirst(name);
	}

	@Override
	public Enumeration<String> headers(ServerHttpRequest request, String name) {
		return HeaderValues.of(request.getHeaders(), name);
	}

	@Override
	public String scheme(ServerHttpRequest request) {
		String scheme = request.getURI().getScheme();
		return (scheme != null) ? scheme.toLowerCase(Locale.ROOT) : "http";
	}

	@Override
	public @Nullable String host(ServerHttpRequest request) {
		return request.getURI().getHost();
	}

	@Override
	public int port(ServerHttpRequest request) {
		return request.getURI().getPort();
	}

}
