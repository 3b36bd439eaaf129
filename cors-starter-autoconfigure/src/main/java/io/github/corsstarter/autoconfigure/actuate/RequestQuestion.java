package io.github.corsstarter.autoconfigure.actuate;

import java.util.List;

import io.github.corsstarter.console.ConsoleAnswer;
import io.github.corsstarter.console.ConsoleMessage;
import io.github.corsstarter.console.ConsoleQuestion;
import io.github.corsstarter.explain.CorsExplainer;
import io.github.corsstarter.explain.CorsExplanation;
import io.github.corsstarter.explain.CorsQuery;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.text.Printable;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;

/**
 * The parameters of the endpoint, which describe a request.
 */
record RequestQuestion(@Nullable String console, @Nullable String path, @Nullable String origin,
		@Nullable String method, @Nullable List<String> headers, @Nullable String credentials) {

	Answer answer(CorsExplainer explainer, PropertyLocator locator, String contextPath) {
		try {
			if (this.console != null) {
				ConsoleAnswer answer = new ConsoleQuestion(ConsoleMessage.read(this.console), this.path, this.origin,
						this.method, headersOrNone(), readCredentials())
					.answer(explainer, locator, contextPath);
				return new Answer(ConsoleDescriptor.of(answer), describe(answer.explanation()));
			}
			return new Answer(null, (this.path != null)
					? describe(explainer.explain(query(this.path).below(contextPath), locator)) : null);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidEndpointRequestException(String.valueOf(ex.getMessage()), "Unreadable parameter");
		}
	}

	private static @Nullable ExplanationDescriptor describe(@Nullable CorsExplanation explanation) {
		return (explanation != null) ? ExplanationDescriptor.of(explanation) : null;
	}

	private CorsQuery query(String address) {
		return CorsQuery.to(address)
			.from(this.origin)
			.method((this.method != null) ? this.method : "GET")
			.headers(headersOrNone())
			.credentials(Boolean.TRUE.equals(readCredentials()));
	}

	private List<String> headersOrNone() {
		return (this.headers != null) ? this.headers : List.of();
	}

	/**
	 * Reads what may be written as fetch's option, too.
	 */
	private @Nullable Boolean readCredentials() {
		if (this.credentials == null || this.credentials.isEmpty()) {
			return null;
		}
		return switch (this.credentials) {
			case "true", "include" -> true;
			case "false", "omit", "same-origin" -> false;
			default -> throw neitherTrueNorFalse("credentials", this.credentials);
		};
	}

	/**
	 * Reads a parameter that switches something on.
	 */
	static boolean isTrue(String name, @Nullable String value) {
		if (value == null || value.isEmpty() || value.equals("false")) {
			return false;
		}
		if (!value.equals("true")) {
			throw new InvalidEndpointRequestException(String.valueOf(neitherTrueNorFalse(name, value).getMessage()),
					"Unreadable parameter");
		}
		return true;
	}

	private static IllegalArgumentException neitherTrueNorFalse(String name, String value) {
		return new IllegalArgumentException(
				"The parameter " + name + ", \"" + Printable.of(value) + "\", is neither true nor false.");
	}

	/**
	 * What was asked for.
	 */
	record Answer(@Nullable ConsoleDescriptor console, @Nullable ExplanationDescriptor explanation) {
	}

}
