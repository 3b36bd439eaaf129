package io.github.corsstarter.sample.browser;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request for the lab to send.
 *
 * @param origin the page's origin
 * @param method the method, as the page writes it
 * @param path the path
 * @param headers the headers that the page sets
 * @param credentials whether it sends credentials
 */
record Experiment(String origin, String method, String path, Map<String, String> headers, boolean credentials) {

	static Experiment get(String origin, String path) {
		return new Experiment(origin, "GET", path, Map.of(), false);
	}

	Experiment withMethod(String method) {
		return new Experiment(this.origin, method, this.path, this.headers, this.credentials);
	}

	Experiment withHeader(String name, String value) {
		Map<String, String> headers = new LinkedHashMap<>(this.headers);
		headers.put(name, value);
		return new Experiment(this.origin, this.method, this.path, headers, this.credentials);
	}

	Experiment withCredentials() {
		return new Experiment(this.origin, this.method, this.path, this.headers, true);
	}

	// Without a body, which no CORS check looks at.
	Map<String, Object> toScript() {
		Map<String, Object> script = new LinkedHashMap<>();
		script.put("origin", this.origin);
		script.put("method", this.method);
		script.put("path", this.path);
		script.put("headers", this.headers);
		script.put("credentials", this.credentials);
		return script;
	}

}
