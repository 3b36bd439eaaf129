package io.github.corsstarter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

import io.github.corsstarter.ResponseDifference.HeaderDifference;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.fetch.RequestedHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Compares the CORS headers of a response with those that a policy would have written,
 * where the policy only reports. What makes no difference to a browser is left out: the
 * order of lists, safelisted methods, and requested header names that one side echoes and
 * the other lists. The decision and the parts of the request that it depends on are kept,
 * as servers use request objects again for other requests.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-responses">HTTP responses of the CORS
 * protocol</a>
 */
public final class ResponseComparison {

	private static final String VARY = "Vary";

	private static final String ANY = "*";

	/** For how long browsers cache where a response does not say it. */
	private static final String DEFAULT_MAX_AGE = "5";

	private final GoverningPolicy reporting;

	private final CorsDecision decision;

	private final String origin;

	private final String requestedMethod;

	private final List<String> requestedHeaders;

	private ResponseComparison(GoverningPolicy reporting, CorsDecision decision, String origin, String requestedMethod,
			List<String> requestedHeaders) {
		this.reporting = reporting;
		this.decision = decision;
		this.origin = origin;
		this.requestedMethod = requestedMethod;
		this.requestedHeaders = requestedHeaders;
	}

	static <R> ResponseComparison of(GoverningPolicy reporting, CorsDecision decision, R request,
			CorsRequestReader<R> reader) {
		String method = Objects.requireNonNullElse(CorsPolicy.requestedMethod(request, reader, reader.method(request)),
				"");
		// Of a refused preflight only the origin is compared.
		boolean granted = decision.isPreflight() && decision.outcome() == CorsOutcome.GRANTED;
		List<String> names = granted ? RequestedHeaders.names(reader.headers(request, HeaderNames.REQUEST_HEADERS))
				: List.of();
		return new ResponseComparison(reporting, decision,
				Objects.requireNonNullElse(reader.header(request, HeaderNames.ORIGIN), ""), method, names);
	}

	/**
	 * Compares.
	 * @param response the response, as it leaves
	 * @param reader reads all values of a header of the response, by its name
	 * @param <W> the framework's response
	 * @return where it differs, or {@code null} where it does not
	 */
	<W> @Nullable ResponseDifference compare(W response, BiFunction<W, String, Enumeration<String>> reader) {
		Map<String, String> policy = new HashMap<>();
		this.decision.writeHeaders(policy, this.origin, Map::put);
		if (!this.decision.vary().isEmpty()) {
			policy.put(VARY, this.decision.vary());
		}
		Headers headers = new Headers((name) -> String.join(", ", Collections.list(reader.apply(response, name))),
				(name) -> policy.getOrDefault(name, ""));
		compare(headers);
		return headers.differences.isEmpty() ? null : new ResponseDifference(this.reporting.policy(),
				this.reporting.pattern(), this.decision.isPreflight(), headers.differences);
	}

	/**
	 * Compares what pages were to read with what a policy exposes.
	 * @return what the policy lacks, or {@code null} where it lacks nothing
	 */
	static @Nullable ResponseDifference exposed(GoverningPolicy governing, String exposed) {
		List<String> policy = governing.policy().resolved().exposedHeaders();
		Set<String> lacking = new TreeSet<>(names(exposed));
		lacking.removeAll(names(String.join(",", policy)));
		if (lacking.isEmpty() || policy.contains(ANY)) {
			return null;
		}
		return new ResponseDifference(governing.policy(), governing.pattern(), false, List
			.of(HeaderDifference.of(HeaderNames.EXPOSE_HEADERS, String.join(", ", lacking), String.join(",", policy))));
	}

	private void compare(Headers headers) {
		String written = headers.written(HeaderNames.ALLOW_ORIGIN);
		String wanted = headers.policy(HeaderNames.ALLOW_ORIGIN);
		headers.compare(HeaderNames.ALLOW_ORIGIN, written.equals(wanted));
		if (written.isEmpty() || wanted.isEmpty()) {
			// One side grants nothing: all other differences follow from that.
			return;
		}
		headers.compare(HeaderNames.ALLOW_CREDENTIALS,
				headers.written(HeaderNames.ALLOW_CREDENTIALS).equals(headers.policy(HeaderNames.ALLOW_CREDENTIALS)));
		if (this.decision.isPreflight()) {
			headers.compare(HeaderNames.ALLOW_METHODS, hasSameMethods(headers));
			headers.compare(HeaderNames.ALLOW_HEADERS, hasSameHeaders(headers));
			headers.compare(HeaderNames.MAX_AGE,
					maxAge(headers.written(HeaderNames.MAX_AGE)).equals(headers.policy(HeaderNames.MAX_AGE)));
		}
		else {
			headers.compare(HeaderNames.EXPOSE_HEADERS, names(headers.written(HeaderNames.EXPOSE_HEADERS))
				.equals(names(headers.policy(HeaderNames.EXPOSE_HEADERS))));
		}
		Set<String> vary = names(headers.written(VARY));
		headers.compare(VARY, vary.contains(ANY) || vary.containsAll(names(headers.policy(VARY))));
	}

	/**
	 * Whether a page may use the same methods. A browser asks for safelisted ones only
	 * for the sake of headers, and needs no {@code OPTIONS}. Where handlers of one path
	 * are configured one by one, Spring lists the requested method alone.
	 */
	private boolean hasSameMethods(Headers headers) {
		Set<String> written = methods(headers.written(HeaderNames.ALLOW_METHODS));
		if (this.reporting.policy().resolved().allowsAnyMethod()) {
			return written.contains(ANY) || Methods.isSafelisted(this.requestedMethod)
					|| written.contains(this.requestedMethod);
		}
		return headers.written(HeaderNames.ALLOW_METHODS).strip().equals(this.requestedMethod)
				|| written.equals(methods(headers.policy(HeaderNames.ALLOW_METHODS)));
	}

	private static Set<String> methods(String list) {
		Set<String> methods = new HashSet<>();
		for (String part : list.split(",", -1)) {
			String method = part.strip();
			if (!method.isEmpty() && !method.equals("OPTIONS") && !Methods.isSafelisted(method)) {
				methods.add(method);
			}
		}
		return methods;
	}

	/**
	 * Whether a page may send the same headers. Spring lists those that were asked for,
	 * policies all that they allow.
	 */
	private boolean hasSameHeaders(Headers headers) {
		Set<String> written = names(headers.written(HeaderNames.ALLOW_HEADERS));
		Set<String> wanted = names(headers.policy(HeaderNames.ALLOW_HEADERS));
		boolean anyWritten = written.remove(ANY);
		boolean requestedAreWritten = this.requestedHeaders.stream()
			.allMatch((name) -> written.contains(name) || (anyWritten && !name.equals("authorization")));
		boolean anyWanted = this.reporting.policy().resolved().allowsAnyHeader();
		return requestedAreWritten && (anyWanted || (!anyWritten && wanted.containsAll(written)));
	}

	private static String maxAge(String written) {
		return written.isEmpty() ? DEFAULT_MAX_AGE : written;
	}

	private static Set<String> names(String list) {
		Set<String> names = new HashSet<>();
		for (String name : list.split(",", -1)) {
			if (!name.isBlank()) {
				names.add(name.strip().toLowerCase(Locale.ROOT));
			}
		}
		return names;
	}

	/**
	 * The headers of both sides, and where they differ.
	 */
	private static final class Headers {

		private final UnaryOperator<String> written;

		private final UnaryOperator<String> policy;

		private final List<HeaderDifference> differences = new ArrayList<>();

		Headers(UnaryOperator<String> written, UnaryOperator<String> policy) {
			this.written = written;
			this.policy = policy;
		}

		String written(String name) {
			return this.written.apply(name);
		}

		String policy(String name) {
			return this.policy.apply(name);
		}

		void compare(String name, boolean same) {
			if (!same) {
				this.differences.add(HeaderDifference.of(name, written(name), policy(name)));
			}
		}

	}

}
