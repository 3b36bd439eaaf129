package io.github.corsstarter.autoconfigure.servlet;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;

import io.github.corsstarter.CorsRequestReader;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Reads servlet requests. The URI is the one the client sent: the container's own reading
 * of it, which is decoded and normalized, would hide what request mapping sees.
 */
enum ServletCorsRequestReader implements CorsRequestReader<HttpServletRequest> {

	INSTANCE;

	@Override
	public String method(HttpServletRequest request) {
		String method = request.getMethod();
		return (method.equals("CONNECT") && opensWebSocket(request)) ? "GET" : method;
	}

	/**
	 * Whether a CONNECT opens a WebSocket. Over HTTP/2 and 3 it does
	 * (<a href="https://www.rfc-editor.org/rfc/rfc8441#section-4">RFC 8441</a>) what over
	 * HTTP/1.1, where CONNECT asks for a tunnel, a GET does. Servlet requests tell
	 * nothing of {@code :protocol}; the server itself looks at it before it upgrades.
	 */
	private static boolean opensWebSocket(HttpServletRequest request) {
		return !request.getProtocol().startsWith("HTTP/1") && request.getHeader("Sec-WebSocket-Version") != null;
	}

	@Override
	public String path(HttpServletRequest request) {
		return request.getRequestURI();
	}

	@Override
	public int pathOffset(HttpServletRequest request) {
		int contextPath = request.getContextPath().length();
		return (contextPath == 0) ? 0 : Math.min(contextPath, request.getRequestURI().length());
	}

	@Override
	public @Nullable String normalizedPath(HttpServletRequest request) {
		try {
			String info = request.getPathInfo();
			String path = (info != null) ? request.getServletPath() + info : request.getServletPath();
			return path.isEmpty() ? null : path;
		}
		catch (IllegalArgumentException ex) {
			// Jetty refuses to tell where it finds the path ambiguous; nor does it choose
			// a servlet then.
			return null;
		}
	}

	/**
	 * {@inheritDoc} Spring's {@code UrlPathHelper} decodes in it. In most applications
	 * Spring Boot's filter for encodings says UTF-8 in its place before.
	 */
	@Override
	public @Nullable Charset charset(HttpServletRequest request) {
		String name = request.getCharacterEncoding();
		if (name == null || name.equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
			return null;
		}
		try {
			return Charset.forName(name);
		}
		catch (IllegalArgumentException ex) {
			// There is none of that name: nobody can decode in it.
			return null;
		}
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
