package io.github.corsstarter.fetch;

import java.util.Locale;
import java.util.Set;

/**
 * Methods as the <a href="https://fetch.spec.whatwg.org/#methods">Fetch standard</a> sees
 * them. Methods are case-sensitive.
 */
public final class Methods {

	/**
	 * Most characters of a method that is taken where any method is. What is granted is
	 * echoed, and a response's head holds 8 KB; the longest registered method has 17.
	 */
	public static final int MAX_LENGTH = 128;

	private static final Set<String> NORMALIZED = Set.of("DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT");

	private static final Set<String> SAFELISTED = Set.of("GET", "HEAD", "POST");

	private static final Set<String> FORBIDDEN = Set.of("CONNECT", "TRACE", "TRACK");

	private Methods() {
	}

	/**
	 * Whether the method is a
	 * <a href="https://fetch.spec.whatwg.org/#cors-safelisted-method">CORS-safelisted
	 * method</a>: a browser accepts it whatever {@code Access-Control-Allow-Methods}
	 * says.
	 * @param method the method
	 * @return whether it is GET, HEAD or POST
	 */
	public static boolean isSafelisted(String method) {
		return SAFELISTED.contains(method);
	}

	/**
	 * Whether the method is a
	 * <a href="https://fetch.spec.whatwg.org/#forbidden-method">forbidden method</a>: no
	 * page can send it.
	 * @param method the method, in any case
	 * @return whether it is CONNECT, TRACE or TRACK
	 */
	public static boolean isForbidden(String method) {
		return FORBIDDEN.contains(method.toUpperCase(Locale.ROOT));
	}

	/**
	 * Whether the text can be a method.
	 * @param text a text out of a request
	 * @return whether it is a token of bounded length
	 */
	public static boolean isMethod(String text) {
		return text.length() <= MAX_LENGTH && Tokens.isToken(text);
	}

	/**
	 * <a href="https://fetch.spec.whatwg.org/#concept-method-normalize">Normalizes</a> a
	 * method as {@code fetch()} does: six methods are upper-cased, all others are kept.
	 * @param method the method
	 * @return the method as a browser sends it
	 */
	public static String normalize(String method) {
		String upperCase = method.toUpperCase(Locale.ROOT);
		// Upper-casing makes ASCII of other letters, too: of the long s, for one.
		return (Tokens.isToken(method) && NORMALIZED.contains(upperCase)) ? upperCase : method;
	}

}
