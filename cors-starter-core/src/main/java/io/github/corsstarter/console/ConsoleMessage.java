package io.github.corsstarter.console;

import org.jspecify.annotations.Nullable;

/**
 * What the text of a console's error tells. Texts in it are of visible ASCII characters.
 *
 * @param browser the browser that words its messages so, or {@code null} where that
 * cannot be told
 * @param problem what went wrong
 * @param url the address that the request went to, or {@code null} where the text lacks
 * it
 * @param redirectedFrom the address that the page asked for, where the request was
 * redirected, or {@code null}
 * @param origin the page's origin, or {@code null} where the text lacks it
 * @param method the request's method, or {@code null} where the text lacks it
 * @param header the header that the browser objects to, in lower case, or {@code null}
 * @param credentials whether the request is sent with credentials, or {@code null} where
 * the text lacks it
 * @param preflight whether the preflight failed, or {@code null} where the text does not
 * tell that from the request itself
 */
public record ConsoleMessage(@Nullable ConsoleBrowser browser, ConsoleProblem problem, @Nullable String url,
		@Nullable String redirectedFrom, @Nullable String origin, @Nullable String method, @Nullable String header,
		@Nullable Boolean credentials, @Nullable Boolean preflight) {

	/**
	 * Most characters of a text that is read: several messages with long addresses.
	 */
	public static final int MAX_LENGTH = 8192;

	/**
	 * Reads the text of an error out of a console: one line or several, in any quotes or
	 * none. The first message that names a failed CORS check counts, then the first that
	 * names something else.
	 * @param text the text
	 * @return what it tells
	 * @throws IllegalArgumentException if it is over {@link #MAX_LENGTH} characters, with
	 * a sentence that is fit to be shown
	 */
	public static ConsoleMessage read(String text) {
		if (text.length() > MAX_LENGTH) {
			throw new IllegalArgumentException("The console's text is longer than " + MAX_LENGTH + " characters.");
		}
		return ConsoleReader.read(ConsoleText.of(text));
	}

}
