package io.github.corsstarter.sample.lab;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Counts what arrives of the lab's experiments. No script can see whether the browser
 * sent a preflight: only the server can tell.
 */
@Component
class Arrivals {

	// The lab adds it at the end of its URLs.
	private static final String PARAMETER = "lab=";

	// A page of the lab sends fewer than a hundred; the oldest make room.
	private static final int MAX_EXPERIMENTS = 4_096;

	private static final int MAX_ID_LENGTH = 64;

	private final Map<String, Arrival> arrivals = new LinkedHashMap<>() {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Arrival> eldest) {
			return size() > MAX_EXPERIMENTS;
		}

	};

	void note(String method, @Nullable String query, HttpHeaders headers) {
		int at = (query != null) ? query.lastIndexOf(PARAMETER) : -1;
		if (query == null || at < 0 || query.length() - at > MAX_ID_LENGTH) {
			return;
		}
		String id = query.substring(at + PARAMETER.length());
		boolean preflight = isPreflight(method, headers);
		boolean cookies = headers.getFirst(HttpHeaders.COOKIE) != null;
		synchronized (this) {
			Arrival before = find(id);
			this.arrivals.put(id, preflight ? before.preflight() : before.request(cookies));
		}
	}

	synchronized Arrival find(String id) {
		return this.arrivals.getOrDefault(id, Arrival.NONE);
	}

	private static boolean isPreflight(String method, HttpHeaders headers) {
		return HttpMethod.OPTIONS.matches(method) && headers.getOrigin() != null
				&& headers.getFirst(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
	}

}
