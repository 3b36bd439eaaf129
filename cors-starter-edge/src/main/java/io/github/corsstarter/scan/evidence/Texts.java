package io.github.corsstarter.scan.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.browser.BrowserObjection;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.scan.plan.Promise;
import io.github.corsstarter.scan.wire.Answer;
import io.github.corsstarter.text.Printable;
import org.jspecify.annotations.Nullable;

/**
 * Answers in words. What a server sent is cleaned and cut.
 */
public final class Texts {

	private static final List<String> SHOWN = List.of(HeaderNames.ALLOW_ORIGIN, HeaderNames.ALLOW_CREDENTIALS,
			HeaderNames.ALLOW_METHODS, HeaderNames.ALLOW_HEADERS, HeaderNames.EXPOSE_HEADERS, HeaderNames.MAX_AGE,
			"Vary", "Location", "WWW-Authenticate", Evidence.REFUSAL);

	private Texts() {
	}

	public static String of(@Nullable BrowserObjection objection) {
		return (objection != null) ? objection.text() : "";
	}

	/**
	 * Says what came.
	 */
	public static String observed(Answer answer) {
		List<String> headers = new ArrayList<>();
		for (String name : SHOWN) {
			for (String value : answer.values(name)) {
				headers.add(shortName(name) + " " + Printable.of(value));
			}
		}
		return answer.status() + "  " + (headers.isEmpty() ? "no CORS headers" : String.join(", ", headers));
	}

	/**
	 * Says what is promised.
	 */
	public static String expected(@Nullable Promise promise) {
		if (promise == null) {
			return "no CORS headers, as no policy governs the path";
		}
		List<String> headers = new ArrayList<>();
		for (Map.Entry<String, String> header : promise.headers().entrySet()) {
			if (SHOWN.contains(header.getKey())) {
				headers.add(shortName(header.getKey()) + " " + Printable.of(header.getValue()));
			}
		}
		String status = (promise.status() != null) ? promise.status() + "  " : "any status  ";
		return status + (headers.isEmpty() ? "no CORS headers" : String.join(", ", headers));
	}

	private static String shortName(String name) {
		return HeaderNames.isAccessControl(name) ? name.substring(HeaderNames.ACCESS_CONTROL_PREFIX.length()) : name;
	}

}
