package io.github.corsstarter.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.corsstarter.CorsOutcome;
import io.github.corsstarter.GoverningPolicy;
import io.github.corsstarter.explain.CorsExplainer;
import io.github.corsstarter.explain.CorsExplanation;
import io.github.corsstarter.explain.CorsQuery;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.policy.ResolvedPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A console's message, and what its reader adds to it: together they say which request to
 * explain.
 *
 * @param message what the console's text tells
 * @param path the path or absolute URL, where it is added
 * @param origin the page's origin, where it is added
 * @param method the method, where it is added
 * @param headers header names, or {@code name:value}, that are added
 * @param credentials whether the request is sent with credentials, where that is added
 */
public record ConsoleQuestion(ConsoleMessage message, @Nullable String path, @Nullable String origin,
		@Nullable String method, List<String> headers, @Nullable Boolean credentials) {

	private static final String NULL = "null";

	/**
	 * Creates a question.
	 */
	public ConsoleQuestion {
		headers = List.copyOf(headers);
	}

	/**
	 * Answers the question, as far as it can be.
	 * @param explainer explains requests
	 * @param locator tells where configuration stands
	 * @param contextPath the application's context path, without a slash at the end
	 * @return the explanation, or what is missing for one
	 * @throws IllegalArgumentException if something that was added, or an address in the
	 * text, cannot be read, with a sentence that is fit to be shown
	 */
	public ConsoleAnswer answer(CorsExplainer explainer, PropertyLocator locator, String contextPath) {
		List<ConsoleAnswer.Missing> missing = missing();
		String text = this.message.problem().text() + redirect();
		String address = (this.path != null) ? this.path : this.message.url();
		boolean asked = this.message.problem().isCors() || !this.message.problem().isTold() || this.path != null;
		if (!asked || address == null || !missing.isEmpty()) {
			return new ConsoleAnswer(this.message, missing, text, null);
		}
		CorsExplanation explanation = explainer.explain(query(address).below(contextPath), locator);
		boolean granted = explanation.outcome() == CorsOutcome.GRANTED && explanation.isAccepted();
		if (granted && isPreflight() && !explanation.preflight().required()) {
			return new ConsoleAnswer(this.message, List.of(ConsoleAnswer.Missing.METHOD, ConsoleAnswer.Missing.HEADER),
					text + allowed(Objects.requireNonNull(explanation.governing())), null);
		}
		return new ConsoleAnswer(this.message, missing, text + (granted ? elsewhere() : ""), explanation);
	}

	private List<ConsoleAnswer.Missing> missing() {
		List<ConsoleAnswer.Missing> missing = new ArrayList<>();
		ConsoleProblem problem = this.message.problem();
		if (problem.isTold() && !problem.isCors()) {
			return missing;
		}
		if (this.path == null && this.message.url() == null) {
			missing.add(ConsoleAnswer.Missing.URL);
		}
		if (this.origin == null && this.message.origin() == null) {
			missing.add(ConsoleAnswer.Missing.ORIGIN);
		}
		if (problem == ConsoleProblem.METHOD_NOT_LISTED && this.method == null && this.message.method() == null) {
			missing.add(ConsoleAnswer.Missing.METHOD);
		}
		if (problem == ConsoleProblem.HEADER_NOT_LISTED && this.headers.isEmpty() && this.message.header() == null) {
			missing.add(ConsoleAnswer.Missing.HEADER);
		}
		return missing;
	}

	private CorsQuery query(String address) {
		CorsQuery query = CorsQuery.to(address).from((this.origin != null) ? this.origin : sentOrigin());
		String method = (this.method != null) ? this.method : this.message.method();
		Boolean credentials = (this.credentials != null) ? this.credentials : this.message.credentials();
		return ((method != null) ? query.method(method) : query).headers(allHeaders())
			.credentials(Boolean.TRUE.equals(credentials));
	}

	private List<String> allHeaders() {
		List<String> headers = new ArrayList<>(this.headers);
		if (this.message.header() != null) {
			headers.add(this.message.header());
		}
		return headers;
	}

	private boolean isPreflight() {
		return Boolean.TRUE.equals(this.message.preflight());
	}

	/**
	 * Returns the origin that the browser sends, which is {@code null} after a redirect
	 * from one foreign origin to another.
	 * @see <a href=
	 * "https://fetch.spec.whatwg.org/#concept-http-redirect-fetch">HTTP-redirect
	 * fetch</a>
	 */
	private @Nullable String sentOrigin() {
		return isTainted() ? NULL : this.message.origin();
	}

	private boolean isTainted() {
		String from = this.message.redirectedFrom();
		String to = this.message.url();
		return from != null && to != null && !originOf(from).equals(originOf(to))
				&& !originOf(from).equals(this.message.origin());
	}

	private static String originOf(String url) {
		int end = url.indexOf('/', url.indexOf("://") + 3);
		return (end < 0) ? url : url.substring(0, end);
	}

	private String redirect() {
		if (this.message.redirectedFrom() == null) {
			return "";
		}
		return " The request was redirected from " + this.message.redirectedFrom() + (isTainted()
				? ", and from one foreign origin to another browsers send the origin null; call the second address at once."
				: ".");
	}

	private static String allowed(GoverningPolicy governing) {
		ResolvedPolicy policy = governing.policy().resolved();
		return " Policy " + policy.name() + " governs the path and lets the origin use the methods "
				+ String.join(", ", policy.allowedMethods()) + ", and "
				+ (policy.allowedHeaders().isEmpty() ? "no headers"
						: "the headers " + String.join(", ", policy.allowedHeaders()))
				+ " that browsers ask for: the request has another method, or another header.";
	}

	private static String elsewhere() {
		return " The policies in force grant this request, so what the browser met came from elsewhere: a proxy or an"
				+ " error page in front of the application, another deployment, or a response that was still cached.";
	}

}
