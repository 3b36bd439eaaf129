package io.github.corsstarter.autoconfigure.servlet;

import java.util.Enumeration;

import io.github.corsstarter.CorsRequestAccessor;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Reads servlet requests. The URI is the one the client sent: the container's own reading
 * of it, which is decoded and normalised, would hide what request mapping sees.
 */
enum ServletCorsRequestAccessor implements CorsRequestAccessor<HttpServletRequest> {

	INSTANCE;

	@Override
	public String method(HttpServletRequest request) {
		return request.getMethod();
	}

	@Override
	public String path(HttpServletRequest request) {
		return request.getRequestURI();
	}

	@Override
	public int pathOffset(HttpServletRequest request) {
		int length = request.getContextPath().length();
		if (length == 0) {
			return 0;
		}
		// Tomcat leaves slashes in front of the first one out of the context path.
		String uri = request.getRequestURI();
		int slashes = 0;
		while (uri.startsWith("//", slashes)) {
			slashes++;
		}
		return Math.min(slashes + length, uri.length());
	}

	@Override
	public @Nullable String header(HttpServletRequest request, String name) {
		return request.getHeader(name);
	}

	@Override
	public Enumeration<String> headers(HttpServletRequest request, String name) {
		return request.getHeaders(name);
	}

	@Override
	public String scheme(HttpServletRequest request) {
		return request.getScheme();
	}

	@Override
	public @Nullable String host(HttpServletRequest request) {
		return request.getServerName();
	}

	@Override
	public int port(HttpServletRequest request) {
		return request.getServerPort();
	}

}
