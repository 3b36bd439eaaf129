package io.github.corsstarter.autoconfigure.reactive;

import java.net.URI;
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
		URI uri = request.getURI();
		String authority = uri.getRawAuthority();
		if (uri.getHost() != null || authority == null) {
			return uri.getHost();
		}
		int colon = portColon(authority);
		return (colon < 0) ? authority : authority.substring(0, colon);
	}

	@Override
	public int port(ServerHttpRequest request) {
		URI uri = request.getURI();
		String authority = uri.getRawAuthority();
		if (uri.getHost() != null || authority == null) {
			return uri.getPort();
		}
		int colon = portColon(authority);
		return (colon < 0) ? -1 : Integer.parseInt(authority, colon + 1, authority.length(), 10);
	}

	/**
	 * Finds the colon before the port in an authority that {@link URI} reads no host of,
	 * as {@code my_app:8080} and {@code app.1x}, which browsers go to all the same.
	 */
	private static int portColon(String authority) {
		int colon = authority.length() - 1;
		while (colon > 0 && authority.charAt(colon) >= '0' && authority.charAt(colon) <= '9') {
			colon--;
		}
		int digits = authority.length() - 1 - colon;
		// A port has five at most.
		return (colon > 0 && authority.charAt(colon) == ':' && digits > 0 && digits <= 5) ? colon : -1;
	}

}
