package io.github.corsstarter.browser;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;

/**
 * The rules of <a href=
 * "https://fetch.spec.whatwg.org/#cors-safelisted-request-header">CORS-safelisted
 * request-headers</a>: which headers a page may send without asking.
 */
final class SafelistedHeaders {

	/** Most bytes of a safelisted header's value. */
	static final int MAX_VALUE_LENGTH = 128;

	/** Most bytes of all safelisted values of a request together. */
	static final int MAX_TOTAL_LENGTH = 1024;

	private static final Set<String> MEDIA_TYPES = Set.of("application/x-www-form-urlencoded", "multipart/form-data",
			"text/plain");

	private static final String UNSAFE_BYTES = "\"():<>?@[\\]{}\u007F";

	private static final String LANGUAGE_PUNCTUATION = " *,-.;=";

	private SafelistedHeaders() {
	}

	/**
	 * Whether the name may be safelisted, if the value allows it.
	 */
	static boolean isCandidate(String name) {
		return switch (name) {
			case "accept", "accept-language", "content-language", "content-type", "range" -> true;
			default -> false;
		};
	}

	/**
	 * Whether the header is safelisted. Where the value is not known, it is taken for a
	 * usual one: that of Content-Type is JSON, which is not safelisted.
	 */
	static boolean isSafelisted(RequestHeader header) {
		String value = header.value();
		if (value == null) {
			return isCandidate(header.name()) && !header.name().equals("content-type");
		}
		if (value.length() > MAX_VALUE_LENGTH) {
			return false;
		}
		return switch (header.name()) {
			case "accept" -> !hasUnsafeByte(value);
			case "accept-language", "content-language" -> isLanguages(value);
			case "content-type" -> !hasUnsafeByte(value) && MEDIA_TYPES.contains(essence(value));
			case "range" -> isSimpleRange(value);
			default -> false;
		};
	}

	private static boolean hasUnsafeByte(String value) {
		return value.chars().anyMatch((c) -> (c < ' ' && c != '\t') || UNSAFE_BYTES.indexOf(c) >= 0);
	}

	private static boolean isLanguages(String value) {
		return value.chars()
			.allMatch((c) -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
					|| LANGUAGE_PUNCTUATION.indexOf(c) >= 0);
	}

	/**
	 * Returns a MIME type's
	 * <a href="https://mimesniff.spec.whatwg.org/#mime-type-essence">essence</a>; what is
	 * no MIME type has none that is safelisted.
	 */
	private static String essence(String value) {
		int semicolon = value.indexOf(';');
		String essence = (semicolon < 0) ? value : value.substring(0, semicolon);
		return essence.strip().toLowerCase(Locale.ROOT);
	}

	/**
	 * Whether the value is a
	 * <a href="https://fetch.spec.whatwg.org/#simple-range-header-value">simple range
	 * header value</a> with a start.
	 */
	private static boolean isSimpleRange(String value) {
		String prefix = "bytes=";
		int dash = value.indexOf('-');
		if (!value.startsWith(prefix) || dash < 0) {
			return false;
		}
		String start = value.substring(prefix.length(), dash);
		String end = value.substring(dash + 1);
		if (start.isEmpty() || !isDigits(start) || !isDigits(end)) {
			return false;
		}
		return end.isEmpty() || new BigInteger(start).compareTo(new BigInteger(end)) <= 0;
	}

	private static boolean isDigits(String text) {
		return text.chars().allMatch((c) -> c >= '0' && c <= '9');
	}

}
