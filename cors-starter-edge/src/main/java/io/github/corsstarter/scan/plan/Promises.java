package io.github.corsstarter.scan.plan;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.GoverningPolicy;
import io.github.corsstarter.browser.PreflightNeed;
import io.github.corsstarter.browser.RequestHeader;
import io.github.corsstarter.explain.CorsExplainer;
import io.github.corsstarter.explain.CorsExplanation;
import io.github.corsstarter.explain.CorsQuery;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.fetch.HeaderNames;
import org.jspecify.annotations.Nullable;

/**
 * What the policies say about the requests of a scan. Nothing is decided here: the engine
 * is asked.
 */
public final class Promises {

	// Told on every probe, as pages of other sites do: without it a request whose origin
	// is that of the application, as a proxy hides it, would pass for its own.
	private static final RequestHeader CROSS_SITE = new RequestHeader(HeaderNames.SEC_FETCH_SITE, "cross-site");

	private final CorsEngine engine;

	/**
	 * Creates promises.
	 * @param engine decides by the policies that are to be in force
	 */
	public Promises(CorsEngine engine) {
		this.engine = engine;
	}

	/**
	 * Returns what a request is to get.
	 * @param probe a request with an origin
	 * @return the promise, or {@code null} where no policy governs the path
	 */
	public @Nullable Promise of(Probe probe) {
		return (probe.origin() != null) ? of(probe, probe.origin()) : plain(probe.path());
	}

	/**
	 * Whether a request would be granted that is like a probe in path and origin.
	 * @param probe the probe
	 * @param method the method that a page uses
	 * @param headerNames the header names that a preflight asks for
	 * @return whether a browser would send it
	 */
	public boolean isGranted(Probe probe, String method, List<String> headerNames) {
		Promise promise = (probe.origin() != null) ? preflight(probe.path(), probe.origin(), method, headerNames)
				: null;
		return promise != null && (promise.readable() || promise.readableWithCredentials());
	}

	/**
	 * Whether pages of an origin may read anything at a path.
	 */
	boolean isReadable(String path, String origin) {
		Promise promise = actual(path, origin, "GET");
		Promise preflight = preflight(path, origin, "GET", List.of());
		return (promise != null && promise.readable()) || (preflight != null && preflight.readable());
	}

	/**
	 * Whether a browser asks for permission before a page may set the header.
	 * @param name the name, in lower case
	 * @return {@code false} for headers that no page can set, too
	 */
	public static boolean isAskedFor(String name) {
		return PreflightNeed.of("GET", List.of(new RequestHeader(name, null))).headerNames().contains(name);
	}

	private @Nullable Promise of(Probe probe, String origin) {
		if (probe.requestedMethod() != null) {
			return preflight(probe.path(), origin, probe.requestedMethod(), probe.requestedHeaders());
		}
		return actual(probe.path(), origin, probe.method());
	}

	@Nullable Promise preflight(String path, String origin, String method, List<String> headerNames) {
		CorsExplanation explanation = explain(path, origin, method, headerNames);
		Integer status = explanation.preflight().status();
		return (status != null)
				? Promise.preflight(status, explanation.preflight().headers(), origin, method, headerNames) : null;
	}

	@Nullable Promise actual(String path, String origin, String method) {
		CorsExplanation explanation = explain(path, origin, method, List.of());
		if (explanation.governing() == null) {
			return null;
		}
		Map<String, String> headers = explanation.actual().headers();
		return (headers != null) ? Promise.actual(explanation.actual().status(), headers, origin, method) : null;
	}

	private @Nullable Promise plain(String path) {
		CorsExplanation explanation = explain(path, null, "GET", List.of());
		Map<String, String> headers = explanation.actual().headers();
		return (explanation.governing() != null && headers != null) ? new Promise(null, headers, false, false) : null;
	}

	/**
	 * Returns what governs a path.
	 * @param path the path as policies see it
	 * @return the place
	 */
	Place place(String path) {
		GoverningPolicy governing = this.engine.registry().governing(path, 0);
		return (governing != null) ? new Place(governing.policy().name(), governing.pattern(), path)
				: new Place(null, null, path);
	}

	/**
	 * Whether a policy takes the path in that only reports: what answers there until it
	 * is enforced is the application's own configuration.
	 * @param path the path as policies see it
	 */
	boolean isReported(String path) {
		return this.engine.registry().reporting(path, 0) != null;
	}

	private CorsExplanation explain(String path, @Nullable String origin, String method, List<String> headerNames) {
		CorsQuery.Target target = new CorsQuery.Target("https", null, 0, path, 0);
		List<RequestHeader> headers = Stream
			.concat(Stream.of(CROSS_SITE), headerNames.stream().map((name) -> new RequestHeader(name, null)))
			.toList();
		return CorsExplainer.of(this.engine)
			.explain(new CorsQuery(target, origin, method, headers, false), PropertyLocator.UNKNOWN);
	}

}
