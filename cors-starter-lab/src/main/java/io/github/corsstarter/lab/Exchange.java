package io.github.corsstarter.lab;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A request of an experiment and, once it is there, its response.
 */
public final class Exchange {

	private static final String[] HEADERS = { "Access-Control-Allow-Origin", "Access-Control-Allow-Credentials",
			"Access-Control-Allow-Methods", "Access-Control-Allow-Headers", "Access-Control-Max-Age",
			"Access-Control-Expose-Headers", "Vary", "Cors-Refusal", "Location" };

	private static final String[] REQUEST_HEADERS = { "Origin", "Access-Control-Request-Method",
			"Access-Control-Request-Headers" };

	// Some thousands of requests are kept: what no reader takes in is left out.
	private static final int MAX_VALUE_LENGTH = 500;

	private final boolean preflight;

	private final boolean cookies;

	private final Map<String, String> headers;

	private volatile @Nullable Answer answer;

	private Exchange(boolean preflight, boolean cookies, Map<String, String> headers) {
		this.preflight = preflight;
		this.cookies = cookies;
		this.headers = headers;
	}

	/**
	 * Starts with a request.
	 * @param method the method
	 * @param header returns the first value of a header, or {@code null}
	 * @return an exchange without a response
	 */
	public static Exchange of(String method, Function<String, @Nullable String> header) {
		boolean preflight = method.equals("OPTIONS") && header.apply("Origin") != null
				&& header.apply("Access-Control-Request-Method") != null;
		return new Exchange(preflight, header.apply("Cookie") != null, read(REQUEST_HEADERS, header));
	}

	/**
	 * Adds the response.
	 * @param status the status
	 * @param header returns the first value of a header, or {@code null}
	 */
	public void answered(int status, Function<String, @Nullable String> header) {
		this.answer = new Answer(status, read(HEADERS, header));
	}

	private static Map<String, String> read(String[] names, Function<String, @Nullable String> header) {
		Map<String, String> headers = new LinkedHashMap<>();
		for (String name : names) {
			String value = header.apply(name);
			if (value != null) {
				headers.put(name,
						(value.length() > MAX_VALUE_LENGTH) ? value.substring(0, MAX_VALUE_LENGTH) + "…" : value);
			}
		}
		return Collections.unmodifiableMap(headers);
	}

	/**
	 * Whether the browser asked before it sent the request itself.
	 * @return whether it is a preflight
	 */
	public boolean preflight() {
		return this.preflight;
	}

	/**
	 * Whether cookies came along.
	 * @return whether there were any
	 */
	public boolean cookies() {
		return this.cookies;
	}

	/**
	 * Returns the request's headers that CORS is about.
	 * @return the headers, long values cut off
	 */
	public Map<String, String> headers() {
		return this.headers;
	}

	/**
	 * Returns the response.
	 * @return the response, or {@code null} as long as there is none
	 */
	public @Nullable Answer answer() {
		return this.answer;
	}

	/**
	 * A response.
	 *
	 * @param status the status
	 * @param headers the headers that CORS is about
	 */
	public record Answer(int status, Map<String, String> headers) {

		/**
		 * Creates a response.
		 */
		public Answer {
			headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
		}

	}

}
