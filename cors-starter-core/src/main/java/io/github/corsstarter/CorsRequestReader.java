package io.github.corsstarter;

import java.nio.charset.Charset;
import java.util.Enumeration;

import org.jspecify.annotations.Nullable;

/**
 * Reads a web framework's request, and of it only what a decision depends on. A reader
 * has no state: one reader serves all requests, and no object is made for any of them.
 *
 * @param <R> the framework's request
 */
public interface CorsRequestReader<R> {

	/**
	 * Returns the method.
	 * @param request the request
	 * @return the method as it came; methods are case-sensitive. A CONNECT that opens a
	 * WebSocket is a GET
	 */
	String method(R request);

	/**
	 * Returns the path.
	 * @param request the request
	 * @return the path as it came, undecoded, without the query
	 */
	String path(R request);

	/**
	 * Returns where the application's part of the path starts.
	 * @param request the request
	 * @return the length of the context path, or of the base path
	 */
	int pathOffset(R request);

	/**
	 * Returns the path by which the server chooses a servlet. Servers differ in what they
	 * take for a slash, and where they take the context path from. It is asked for only
	 * where a path can be read in several ways.
	 * @param request the request
	 * @return the path, decoded, normalized and relative to the application, or
	 * {@code null} where the server leaves paths as they are
	 */
	default @Nullable String normalizedPath(R request) {
		return null;
	}

	/**
	 * Returns the charset that the request itself names, in which some frameworks decode
	 * paths, too. It is asked for only where a path can be read in several ways.
	 * @param request the request
	 * @return the charset, or {@code null} where it is UTF-8, or none is named
	 */
	default @Nullable Charset charset(R request) {
		return null;
	}

	/**
	 * Returns the value of a header.
	 * @param request the request
	 * @param name the header's name
	 * @return the first field's value, or {@code null} where there is none
	 */
	@Nullable String header(R request, String name);

	/**
	 * Returns all values of a header.
	 * @param request the request
	 * @param name the header's name
	 * @return the value of each field, empty where there is none
	 */
	Enumeration<String> headers(R request, String name);

	/**
	 * Returns the scheme of the request's own URL.
	 * @param request the request
	 * @return the scheme, in lower case
	 */
	String scheme(R request);

	/**
	 * Returns the host of the request's own URL.
	 * @param request the request
	 * @return the host, or {@code null} if it is not known
	 */
	@Nullable String host(R request);

	/**
	 * Returns the port of the request's own URL.
	 * @param request the request
	 * @return the port, or a number below 1 for the scheme's default
	 */
	int port(R request);

}
