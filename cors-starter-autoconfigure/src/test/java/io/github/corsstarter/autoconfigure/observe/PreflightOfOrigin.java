package io.github.corsstarter.autoconfigure.observe;

import java.util.Enumeration;

import io.github.corsstarter.CorsRequestAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Takes an origin for a preflight of that origin, and makes nothing for it: of each
 * header there is one field, handed out by the accessor itself.
 */
@SuppressWarnings("JdkObsolete") // Servlet requests hand out headers so.
final class PreflightOfOrigin implements CorsRequestAccessor<String>, Enumeration<String> {

	private @Nullable String next;

	@Override
	public boolean hasMoreElements() {
		return this.next != null;
	}

	@Override
	@SuppressWarnings("NullAway") // Asked only where there is one.
	public String nextElement() {
		String value = this.next;
		this.next = null;
		return value;
	}

	@Override
	public String method(String origin) {
		return "OPTIONS";
	}

	@Override
	public String path(String origin) {
		return "/shop/1";
	}

	@Override
	public int pathOffset(String origin) {
		return 0;
	}

	@Override
	public @Nullable String header(String origin, String name) {
		return switch (name) {
			case "Origin" -> origin;
			case "Access-Control-Request-Method" -> "PUT";
			default -> null;
		};
	}

	@Override
	public Enumeration<String> headers(String origin, String name) {
		this.next = header(origin, name);
		return this;
	}

	@Override
	public String scheme(String origin) {
		return "http";
	}

	@Override
	public @Nullable String host(String origin) {
		return null;
	}

	@Override
	public int port(String origin) {
		return 0;
	}

}
