package io.github.corsstarter.benchmarks;

import java.util.List;

/**
 * What a request says, on either stack.
 *
 * @param method the method
 * @param path the path
 * @param headers header names and values in turn
 */
public record RequestData(String method, String path, List<String> headers) {

	/** The request's own host. */
	public static final String HOST = "api.example.com";

	/**
	 * Copies the headers.
	 */
	public RequestData {
		headers = List.copyOf(headers);
	}

	String header(String name) {
		int index = this.headers.indexOf(name);
		return (index >= 0) ? this.headers.get(index + 1) : null;
	}

	@Override
	public String toString() {
		String text = this.method + " " + this.path + " " + this.headers;
		return (text.length() > 300) ? text.substring(0, 300) + "..." : text;
	}

}
