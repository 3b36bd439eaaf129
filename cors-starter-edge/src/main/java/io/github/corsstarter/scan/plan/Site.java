package io.github.corsstarter.scan.plan;

import java.net.URI;
import java.util.Locale;

import io.github.corsstarter.text.Printable;

/**
 * A host that is asked, and where on it the application starts.
 *
 * @param origin the site's origin, such as {@code https://api.example.com}
 * @param basePath what stands in front of every path of a policy, without a slash at the
 * end; empty for none
 */
public record Site(String origin, String basePath) {

	/**
	 * Reads a site.
	 * @param uri an http or https URL of a host, without a path
	 * @param basePath what stands in front of every path of a policy; may be empty or
	 * {@code /}
	 * @return the site
	 * @throws IllegalArgumentException if the URL is not of that kind, with a sentence
	 * that says why
	 */
	public static Site of(URI uri, String basePath) {
		String shown = '"' + Printable.of(uri.toString()) + '"';
		String scheme = (uri.getScheme() != null) ? uri.getScheme().toLowerCase(Locale.ROOT) : "";
		check(scheme.equals("https") || scheme.equals("http"),
				shown + " is no http or https URL; write one such as https://api.example.com.");
		check(uri.getRawUserInfo() == null, "The URL holds a user; give a token instead, from the environment.");
		check(uri.getHost() != null, shown + " has no host that can be asked.");
		String path = (uri.getRawPath() != null) ? uri.getRawPath() : "";
		check((path.isEmpty() || path.equals("/")) && uri.getRawQuery() == null && uri.getRawFragment() == null,
				shown + " holds more than a host; the path that the application starts at is the base path.");
		int port = uri.getPort();
		boolean usual = port < 0 || port == (scheme.equals("https") ? 443 : 80);
		String origin = scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port);
		return new Site(origin, normalized(basePath));
	}

	private static String normalized(String basePath) {
		String path = basePath.endsWith("/") ? basePath.substring(0, basePath.length() - 1) : basePath;
		check(path.isEmpty() || isPath(path),
				"The base path \"" + Printable.of(basePath) + "\" is no path; write one such as /shop.");
		return path;
	}

	/**
	 * Whether the text can be sent as a path as it is.
	 */
	static boolean isPath(String text) {
		if (!text.startsWith("/") || text.indexOf('?') >= 0 || text.indexOf('#') >= 0) {
			return false;
		}
		try {
			return text.equals(new URI("http://host" + text).getRawPath());
		}
		catch (java.net.URISyntaxException ex) {
			return false;
		}
	}

	/**
	 * Returns the path below the base path, as policies see it.
	 * @param path a path with or without the base path
	 * @return the path without it
	 */
	String withoutBasePath(String path) {
		boolean inside = !this.basePath.isEmpty() && path.startsWith(this.basePath + "/");
		return inside ? path.substring(this.basePath.length()) : path;
	}

	/**
	 * Returns the URL of a path.
	 * @param path a path as policies see it
	 * @return the whole URL
	 */
	public String url(String path) {
		return this.origin + this.basePath + path;
	}

	private static void check(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
	}

	@Override
	public String toString() {
		return this.origin + this.basePath;
	}

}
