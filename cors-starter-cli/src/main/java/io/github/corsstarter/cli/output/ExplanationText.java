package io.github.corsstarter.cli.output;

import java.util.Map;

import io.github.corsstarter.autoconfigure.actuate.ExplanationDescriptor;
import io.github.corsstarter.explain.CorsExplanation.Actual;
import io.github.corsstarter.explain.CorsExplanation.Preflight;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * An explanation for people: what comes out, why, what to change, and the exchange.
 */
public final class ExplanationText {

	private ExplanationText() {
	}

	/**
	 * Describes an explanation.
	 * @param explanation the explanation
	 * @param ansi whether there are colours
	 * @return lines
	 */
	public static String of(ExplanationDescriptor explanation, Ansi ansi) {
		StringBuilder text = new StringBuilder();
		boolean fine = explanation.reason() == null && explanation.browser().equals("accepts");
		text.append(coloured(explanation.outcome(), fine, ansi));
		if (explanation.reason() != null) {
			text.append(": ").append(explanation.reason());
		}
		if (explanation.detail() != null) {
			text.append(" (").append(explanation.detail()).append(')');
		}
		if (explanation.policy() != null) {
			text.append(", by policy ").append(explanation.policy()).append(" for ").append(explanation.pattern());
		}
		text.append("\n    ").append(explanation.message());
		if (explanation.advice() != null) {
			text.append("\n    > ").append(explanation.advice());
		}
		text.append("\n\npreflight  ").append(preflight(explanation.preflight()));
		text.append("\nrequest    ").append(actual(explanation.actual()));
		text.append("\nbrowser    ").append(explanation.browser());
		return text.toString();
	}

	private static String coloured(String word, boolean fine, Ansi ansi) {
		return ansi.string((fine ? "@|bold,green " : "@|bold,red ") + word + "|@");
	}

	private static String preflight(Preflight preflight) {
		if (!preflight.required()) {
			return "not sent";
		}
		return ((preflight.status() != null) ? "answered " + preflight.status() : "not answered by the starter")
				+ ", sent because " + String.join(" and ", preflight.because()) + headers(preflight.headers());
	}

	private static String actual(Actual actual) {
		if (!actual.sent()) {
			return "not sent";
		}
		String fate = (actual.status() != null) ? "answered " + actual.status()
				: Boolean.TRUE.equals(actual.handled()) ? "goes on to the application" : "sent";
		return fate + headers(actual.headers());
	}

	private static String headers(@Nullable Map<String, String> headers) {
		StringBuilder lines = new StringBuilder();
		if (headers != null) {
			headers.forEach((name, value) -> lines.append("\n    ").append(name).append(": ").append(value));
		}
		return lines.toString();
	}

}
