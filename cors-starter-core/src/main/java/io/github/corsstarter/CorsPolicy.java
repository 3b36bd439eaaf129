package io.github.corsstarter;

import java.util.Enumeration;
import java.util.List;
import java.util.Set;

import io.github.corsstarter.fetch.HeaderNameSet;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.fetch.RequestedHeaders;
import io.github.corsstarter.origin.OriginSet;
import io.github.corsstarter.origin.Origins;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.PolicyMode;
import io.github.corsstarter.policy.ResolvedPolicy;
import io.github.corsstarter.rules.CompiledPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A policy that decides about requests: immutable, with every decision that does not echo
 * the request made beforehand.
 */
public final class CorsPolicy {

	private static final String PREFLIGHT_METHOD = "OPTIONS";

	private final CompiledPolicy compiled;

	private final OriginSet origins;

	private final Set<String> methods;

	private final boolean anyMethod;

	private final HeaderNameSet headers;

	private final PolicyDecisions decisions;

	CorsPolicy(CompiledPolicy compiled, CorsSettings settings) {
		ResolvedPolicy resolved = compiled.resolved();
		this.compiled = compiled;
		this.origins = compiled.origins();
		this.methods = Set.copyOf(resolved.allowedMethods());
		this.anyMethod = resolved.allowsAnyMethod();
		this.headers = resolved.allowsAnyHeader() ? HeaderNameSet.any() : HeaderNameSet.of(resolved.allowedHeaders());
		this.decisions = new PolicyDecisions(compiled, settings);
	}

	/**
	 * Returns the name.
	 * @return the policy's identity in logs, metrics and endpoint
	 */
	public String name() {
		return this.compiled.name();
	}

	/**
	 * Returns the mode.
	 * @return what the policy does; never {@link PolicyMode#OFF}
	 */
	public PolicyMode mode() {
		return this.compiled.mode();
	}

	/**
	 * Returns what the policy was made of.
	 * @return the compiled paths and origins
	 */
	public CompiledPolicy compiled() {
		return this.compiled;
	}

	/**
	 * Returns the policy in texts.
	 * @return the policy with all defaults filled in
	 */
	public ResolvedPolicy resolved() {
		return this.compiled.resolved();
	}

	PolicyDecisions decisions() {
		return this.decisions;
	}

	/**
	 * Decides about a request on one of the policy's paths, by the checks of the Fetch
	 * standard in their order: origin, method, headers. Each header is looked up once: on
	 * a server that is most of what a decision costs.
	 * @see <a href="https://fetch.spec.whatwg.org/#cors-request">CORS request</a>
	 */
	<R> CorsDecision decide(R request, CorsRequestReader<R> reader) {
		Enumeration<String> origins = reader.headers(request, HeaderNames.ORIGIN);
		if (!origins.hasMoreElements()) {
			return this.decisions.noOrigin();
		}
		String origin = origins.nextElement();
		boolean repeated = origins.hasMoreElements();
		String method = reader.method(request);
		if (method.equals(PREFLIGHT_METHOD)) {
			Enumeration<String> methods = reader.headers(request, HeaderNames.REQUEST_METHOD);
			if (methods.hasMoreElements()) {
				return decidePreflight(refuseOrigin(origin, repeated), methods, request, reader);
			}
		}
		if (isSameOrigin(origin, repeated, request, reader)) {
			return this.decisions.sameOrigin();
		}
		RefusalReason reason = refuseOrigin(origin, repeated);
		if (reason == null && !isAllowed(method)) {
			reason = RefusalReason.METHOD_NOT_ALLOWED;
		}
		return (reason == null) ? this.decisions.actual() : this.decisions.refusedActual(reason);
	}

	/**
	 * Decides about a CORS-preflight request.
	 * @see <a href="https://fetch.spec.whatwg.org/#cors-preflight-fetch-0">CORS-preflight
	 * fetch</a>, whose steps 7.5 to 7.7 are the browser's side of these checks
	 */
	private <R> CorsDecision decidePreflight(@Nullable RefusalReason originReason, Enumeration<String> methods,
			R request, CorsRequestReader<R> reader) {
		RefusalReason reason = originReason;
		String requestedMethod = methods.nextElement();
		if (reason == null && (!isAllowed(requestedMethod) || methods.hasMoreElements())) {
			reason = RefusalReason.METHOD_NOT_ALLOWED;
		}
		if (reason == null) {
			reason = refuseHeaders(request, reader);
		}
		if (reason != null) {
			return this.decisions.refusedPreflight(reason, requestedMethod);
		}
		if (!this.anyMethod && !this.headers.isAny()) {
			return this.decisions.preflight();
		}
		List<String> requestedHeaders = this.headers.isAny() ? RequestedHeaders.names(requestedHeaders(request, reader))
				: List.of();
		return this.decisions.echoingPreflight(requestedMethod, requestedHeaders);
	}

	/**
	 * The server's side of the browser's comparison of origins.
	 * @see <a href="https://fetch.spec.whatwg.org/#concept-cors-check">CORS check</a>,
	 * step 4
	 */
	private @Nullable RefusalReason refuseOrigin(String origin, boolean repeated) {
		if (mode() == PolicyMode.DENY) {
			return RefusalReason.DENIED;
		}
		if (this.origins.isAny() || (!repeated && this.origins.contains(origin))) {
			return null;
		}
		return (repeated || !Origins.isSerialized(origin)) ? RefusalReason.ORIGIN_MALFORMED
				: RefusalReason.ORIGIN_NOT_ALLOWED;
	}

	/**
	 * Whether the policy allows the method. Fetch compares methods with regard to case.
	 * @see <a href="https://fetch.spec.whatwg.org/#concept-method">Methods</a>
	 */
	private boolean isAllowed(String method) {
		return this.anyMethod ? Methods.isMethod(method) : this.methods.contains(method);
	}

	/**
	 * Looks for requested headers that the policy does not allow.
	 * @see <a href="https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names">
	 * CORS-unsafe request-header names</a>, which are what a browser asks for
	 */
	private <R> @Nullable RefusalReason refuseHeaders(R request, CorsRequestReader<R> reader) {
		return switch (RequestedHeaders.check(requestedHeaders(request, reader), this.headers)) {
			case ALLOWED -> null;
			case NOT_ALLOWED -> RefusalReason.HEADER_NOT_ALLOWED;
			case MALFORMED -> RefusalReason.HEADERS_MALFORMED;
			case CROWDED -> refuseCrowdedHeaders(request, reader);
		};
	}

	/**
	 * Tells many names from a few that are repeated. Only this check keeps the names, so
	 * that plain requests cost no memory.
	 */
	private <R> @Nullable RefusalReason refuseCrowdedHeaders(R request, CorsRequestReader<R> reader) {
		if (RequestedHeaders.isOverfull(requestedHeaders(request, reader))) {
			return RefusalReason.HEADERS_MALFORMED;
		}
		boolean allowed = RequestedHeaders.firstNotAllowed(requestedHeaders(request, reader), this.headers) == null;
		return allowed ? null : RefusalReason.HEADER_NOT_ALLOWED;
	}

	private static <R> Enumeration<String> requestedHeaders(R request, CorsRequestReader<R> reader) {
		return reader.headers(request, HeaderNames.REQUEST_HEADERS);
	}

	/**
	 * Returns the refused part of the request as it came, or the empty text.
	 */
	<R> String refusedToken(RefusalReason reason, R request, CorsRequestReader<R> reader) {
		String token = switch (reason) {
			case DENIED, PATH_AMBIGUOUS, HEADERS_MALFORMED -> null;
			case ORIGIN_MALFORMED, ORIGIN_NOT_ALLOWED -> reader.header(request, HeaderNames.ORIGIN);
			case METHOD_NOT_ALLOWED -> {
				String method = reader.method(request);
				String requestedMethod = requestedMethod(request, reader, method);
				yield (requestedMethod != null) ? requestedMethod : method;
			}
			case HEADER_NOT_ALLOWED ->
				RequestedHeaders.firstNotAllowed(requestedHeaders(request, reader), this.headers);
		};
		return (token != null) ? token : "";
	}

	/**
	 * Returns the method that a preflight asks for, or {@code null} where the request is
	 * no CORS-preflight request.
	 * @see <a href="https://fetch.spec.whatwg.org/#cors-preflight-request">CORS-preflight
	 * request</a>
	 */
	static <R> @Nullable String requestedMethod(R request, CorsRequestReader<R> reader, String method) {
		return method.equals(PREFLIGHT_METHOD) ? reader.header(request, HeaderNames.REQUEST_METHOD) : null;
	}

	/**
	 * Whether the request comes from the application's own origin.
	 * {@code Sec-Fetch-Site}, which no page can forge, counts more than the comparison of
	 * origins, which a proxy can spoil.
	 * @param origin the request's origin
	 * @param repeated whether the request names more than one
	 * @param request the request
	 * @param reader reads the request
	 * @param <R> the framework's request
	 * @return whether CORS does not apply
	 * @see <a href="https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header">The
	 * Sec-Fetch-Site header</a>
	 */
	public static <R> boolean isSameOrigin(String origin, boolean repeated, R request, CorsRequestReader<R> reader) {
		String site = reader.header(request, HeaderNames.SEC_FETCH_SITE);
		if (site != null) {
			return site.equals("same-origin");
		}
		String host = reader.host(request);
		return !repeated && host != null && Origins.isSame(origin, reader.scheme(request), host, reader.port(request));
	}

	@Override
	public String toString() {
		return name();
	}

}
