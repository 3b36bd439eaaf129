package io.github.corsstarter.autoconfigure.actuate;

import java.util.List;

import io.github.corsstarter.console.ConsoleAnswer;
import io.github.corsstarter.console.ConsoleMessage;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a browser's console tells. What it does not tell is {@code null}.
 *
 * @param browser which family of browsers words it so
 * @param problem what went wrong in the browser's eyes
 * @param message the same in words
 * @param url the address that the request went to
 * @param origin the page's origin
 * @param method the method
 * @param header the header that the browser objects to
 * @param credentials whether the request is sent with credentials
 * @param preflight whether the preflight failed
 * @param missing what would have to be added for an explanation
 */
public record ConsoleDescriptor(@Nullable String browser, String problem, String message, @Nullable String url,
		@Nullable String origin, @Nullable String method, @Nullable String header, @Nullable Boolean credentials,
		@Nullable Boolean preflight, List<String> missing) {

	/**
	 * Describes an answer.
	 * @param answer the answer
	 * @return the description
	 */
	public static ConsoleDescriptor of(ConsoleAnswer answer) {
		ConsoleMessage message = answer.message();
		return new ConsoleDescriptor((message.browser() != null) ? message.browser().code() : null,
				message.problem().code(), answer.text(), message.url(), message.origin(), message.method(),
				message.header(), message.credentials(), message.preflight(),
				answer.missing().stream().map(ConsoleAnswer.Missing::code).toList());
	}

}
