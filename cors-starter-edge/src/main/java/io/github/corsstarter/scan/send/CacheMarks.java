package io.github.corsstarter.scan.send;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.corsstarter.scan.wire.Answer;

/**
 * Tells whether an answer came out of a cache, by what caches write into it.
 */
final class CacheMarks {

	private CacheMarks() {
	}

	/**
	 * Whether a cache says that it had the answer.
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc9111#name-age">RFC 9111, Age</a>
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc9211">RFC 9211, Cache-Status</a>
	 */
	static boolean isHit(Answer answer) {
		if (answer.values("Age").stream().anyMatch(CacheMarks::isPositive)) {
			return true;
		}
		// Varnish names the request that filled the cache behind the one that it answers.
		if (answer.values("X-Varnish").stream().anyMatch((value) -> value.strip().indexOf(' ') > 0)) {
			return true;
		}
		return answer.headers().entrySet().stream().anyMatch(CacheMarks::tellsHit);
	}

	private static boolean tellsHit(Map.Entry<String, List<String>> header) {
		String name = header.getKey();
		if (!name.contains("cache") || name.equals("cache-control")) {
			return false;
		}
		return header.getValue()
			.stream()
			.anyMatch((value) -> name.endsWith("hits") ? hasPositive(value) : hasWordHit(value));
	}

	private static boolean hasWordHit(String value) {
		int start = 0;
		String text = value.toLowerCase(Locale.ROOT);
		for (int i = 0; i <= text.length(); i++) {
			if (i == text.length() || text.charAt(i) < 'a' || text.charAt(i) > 'z') {
				if (text.startsWith("hit", i - 3) && i - 3 >= start) {
					return true;
				}
				start = i + 1;
			}
		}
		return false;
	}

	private static boolean hasPositive(String value) {
		for (String part : value.split(",", -1)) {
			if (isPositive(part)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isPositive(String value) {
		String number = value.strip();
		return !number.isEmpty() && number.chars().allMatch((c) -> c >= '0' && c <= '9')
				&& number.chars().anyMatch((c) -> c != '0');
	}

}
