package io.github.corsstarter.console;

import java.util.List;

import io.github.corsstarter.explain.CorsExplanation;
import io.github.corsstarter.text.Codes;
import org.jspecify.annotations.Nullable;

/**
 * What can be said about a console's message.
 *
 * @param message what the console's text tells
 * @param missing what would have to be known for an explanation; empty where nothing is
 * missing, or no policy can be the cause
 * @param text what went wrong in the browser's eyes
 * @param explanation what becomes of the request by the policies in force, or
 * {@code null} where something is missing, or no policy can be the cause
 */
public record ConsoleAnswer(ConsoleMessage message, List<Missing> missing, String text,
		@Nullable CorsExplanation explanation) {

	/**
	 * Creates an answer.
	 */
	public ConsoleAnswer {
		missing = List.copyOf(missing);
	}

	/**
	 * What a text may lack.
	 */
	public enum Missing {

		/** Where the request went. */
		URL,

		/** Which page called. */
		ORIGIN,

		/** The request's method. */
		METHOD,

		/** The request header that the page sets. */
		HEADER;

		/**
		 * Returns the name for JSON.
		 * @return the name in lower case
		 */
		public String code() {
			return Codes.of(this);
		}

	}

}
