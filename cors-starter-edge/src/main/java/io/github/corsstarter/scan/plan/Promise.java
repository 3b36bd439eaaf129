package io.github.corsstarter.scan.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.browser.BrowserCheck;
import io.github.corsstarter.fetch.HeaderNames;
import org.jspecify.annotations.Nullable;

/**
 * What the policies say about a request: the answer of the engine that decides in the
 * application.
 *
 * @param status the status, or {@code null} where the application's handlers give it
 * @param headers the CORS headers and {@code Vary}
 * @param readable whether a browser takes the answer for a permission without credentials
 * @param readableWithCredentials whether it does so with credentials
 */
public record Promise(@Nullable Integer status, Map<String, String> headers, boolean readable,
		boolean readableWithCredentials) {

	/**
	 * Creates a promise.
	 */
	public Promise {
		headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
	}

	static Promise preflight(int status, Map<String, String> headers, String origin, String method,
			List<String> headerNames) {
		return new Promise(status, headers, isGranted(status, headers, origin, method, headerNames, false),
				isGranted(status, headers, origin, method, headerNames, true));
	}

	private static boolean isGranted(int status, Map<String, String> headers, String origin, String method,
			List<String> headerNames, boolean credentials) {
		return new BrowserCheck(origin, method, headerNames, credentials).preflight(status, headers::get) == null;
	}

	static Promise actual(@Nullable Integer status, Map<String, String> headers, String origin, String method) {
		return new Promise(status, headers,
				new BrowserCheck(origin, method, List.of(), false).response(headers::get) == null,
				new BrowserCheck(origin, method, List.of(), true).response(headers::get) == null);
	}

	/**
	 * Whether a browser takes the answer for a permission.
	 * @param credentials whether the page asks for credentials
	 * @return whether the page gets what it asked for
	 */
	public boolean isReadable(boolean credentials) {
		return credentials ? this.readableWithCredentials : this.readable;
	}

	/**
	 * Returns a header's value.
	 * @param name the name, as {@link HeaderNames} spells it
	 * @return the value, or {@code null} where the header is not promised
	 */
	public @Nullable String header(String name) {
		return this.headers.get(name);
	}

}
