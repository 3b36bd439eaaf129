package io.github.corsstarter.test;

import org.springframework.http.HttpHeaders;

/**
 * The headers of a preflight for PUT.
 */
final class CorsPreflight {

	private CorsPreflight() {
	}

	static HttpHeaders of(String origin) {
		HttpHeaders headers = new HttpHeaders();
		headers.set("Origin", origin);
		headers.set("Access-Control-Request-Method", "PUT");
		return headers;
	}

}
