package io.github.corsstarter;

import java.time.Duration;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.corsstarter.fetch.HeaderNameSet;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.RequestedHeaders;
import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.origin.OriginSet;
import io.github.corsstarter.origin.Origins;
import io.github.corsstarter.path.PathExpression;
import org.jspecify.annotations.Nullable;

/**
 * A compiled policy: valid, immutable, and with every answer that does not echo the
 * request made beforehand.
 */
public final class CorsPolicy {

	private static final String PREFLIGHT_METHOD = "OPTIONS";

	private final String name;

	private final PolicyMode mode;

	private final List<PathExpression> paths;

	private final OriginSet origins;

	private final Set<String> methods;

	private final boolean anyMethod;

	private final HeaderNameSet headers;

	private final Answers answers;

	private final ResolvedPolicy resolved;

	CorsPolicy(CorsPolicySpec spec, PolicyMode mode, List<PathExpression> paths, OriginSet origins,
			List<String> methods, List<String> allowedHeaders, List<String> exposedHeaders, Duration maxAge,
			CorsSettings settings) {
		this.name = spec.name();
		this.mode = mode;
		this.paths = List.copyOf(paths);
		this.origins = origins;
		this.methods = new HashSet<>(methods);
		this.anyMethod = methods.contains(MethodRules.ANY);
		this.headers = allowedHeaders.contains(HeaderRules.ANY) ? HeaderNameSet.any()
				: HeaderNameSet.of(allowedHeaders);
		OnRefusal onRefusal = (spec.onRefusal() != null) ? spec.onRefusal() : OnRefusal.BLOCK;
		boolean credentials = Boolean.TRUE.equals(spec.allowCredentials());
		List<String> allowedOrigins = (spec.allowedOrigins() != null) ? spec.allowedOrigins() : List.of();
		List<String> written = paths.stream().map(PathExpression::toString).toList();
		this.resolved = new ResolvedPolicy(spec.name(), mode, written, allowedOrigins, methods, allowedHeaders,
				exposedHeaders, credentials, maxAge, onRefusal);
		this.answers = new Answers(this.resolved, origins.isAny() && mode != PolicyMode.DENY, settings);
	}

	/**
	 * Returns the name.
	 * @return the policy's identity in logs, metrics and endpoint
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Returns the mode.
	 * @return what the policy does; never {@link PolicyMode#OFF}
	 */
	public PolicyMode mode() {
		return this.mode;
	}

	/**
	 * Returns the policy as it is in force.
	 * @return the policy with all defaults filled in
	 */
	public ResolvedPolicy resolved() {
		return this.resolved;
	}

	/**
	 * Whether the origin is among those that the policy lists. For texts only: requests
	 * are decided about by {@link #evaluate}.
	 */
	boolean allowsOrigin(String origin) {
		return this.origins.contains(origin);
	}

	List<PathExpression> paths() {
		return this.paths;
	}

	Answers answers() {
		return this.answers;
	}

	/**
	 * Decides about a request on one of the policy's paths, by the checks of the Fetch
	 * standard in their order. Each header is looked up once: on a server that is most of
	 * what a decision costs.
	 */
	<R> CorsDecision evaluate(R request, CorsRequestAccessor<R> accessor) {
		Enumeration<String> origins = accessor.headers(request, HeaderNames.ORIGIN);
		if (!origins.hasMoreElements()) {
			return this.answers.noOrigin();
		}
		String origin = origins.nextElement();
		boolean repeated = origins.hasMoreElements();
		String method = accessor.method(request);
		if (method.equals(PREFLIGHT_METHOD)) {
			Enumeration<String> methods = accessor.headers(request, HeaderNames.REQUEST_METHOD);
			if (methods.hasMoreElements()) {
				RefusalReason reason = refuseOrigin(origin, repeated);
				return evaluatePreflight(reason, methods, request, accessor);
			}
		}
		if (isSameOrigin(origin, repeated, request, accessor)) {
			return this.answers.sameOrigin();
		}
		RefusalReason reason = refuseOrigin(origin, repeated);
		if (reason == null && !isAllowed(method)) {
			reason = RefusalReason.METHOD_NOT_ALLOWED;
		}
		return (reason == null) ? this.answers.actual() : this.answers.refusedActual(reason);
	}

	private <R> CorsDecision evaluatePreflight(@Nullable RefusalReason originReason, Enumeration<String> methods,
			R request, CorsRequestAccessor<R> accessor) {
		RefusalReason reason = originReason;
		String requestedMethod = methods.nextElement();
		if (reason == null && (!isAllowed(requestedMethod) || methods.hasMoreElements())) {
			reason = RefusalReason.METHOD_NOT_ALLOWED;
		}
		if (reason == null) {
			reason = refuseHeaders(request, accessor);
		}
		if (reason != null) {
			return this.answers.refusedPreflight(reason, requestedMethod);
		}
		if (!this.anyMethod && !this.headers.isAny()) {
			return this.answers.preflight();
		}
		List<String> requestedHeaders = this.headers.isAny()
				? RequestedHeaders.names(requestedHeaders(request, accessor)) : List.of();
		return this.answers.echoingPreflight(requestedMethod, requestedHeaders);
	}

	private @Nullable RefusalReason refuseOrigin(String origin, boolean repeated) {
		if (this.mode == PolicyMode.DENY) {
			return RefusalReason.DENIED;
		}
		if (this.origins.isAny() || (!repeated && this.origins.contains(origin))) {
			return null;
		}
		return (repeated || !Origins.isSerialized(origin)) ? RefusalReason.ORIGIN_MALFORMED
				: RefusalReason.ORIGIN_NOT_ALLOWED;
	}

	private boolean isAllowed(String method) {
		return this.anyMethod ? Methods.isMethod(method) : this.methods.contains(method);
	}

	private <R> @Nullable RefusalReason refuseHeaders(R request, CorsRequestAccessor<R> accessor) {
		return switch (RequestedHeaders.check(requestedHeaders(request, accessor), this.headers)) {
			case ALLOWED -> null;
			case NOT_ALLOWED -> RefusalReason.HEADER_NOT_ALLOWED;
			case MALFORMED -> RefusalReason.HEADERS_MALFORMED;
			case CROWDED -> refuseCrowdedHeaders(request, accessor);
		};
	}

	/**
	 * Tells many names from a few that are repeated. Only here is something kept for each
	 * name, which is why the plain case does not count in this way.
	 */
	private <R> @Nullable RefusalReason refuseCrowdedHeaders(R request, CorsRequestAccessor<R> accessor) {
		if (RequestedHeaders.isOverfull(requestedHeaders(request, accessor))) {
			return RefusalReason.HEADERS_MALFORMED;
		}
		boolean allowed = RequestedHeaders.firstNotAllowed(requestedHeaders(request, accessor), this.headers) == null;
		return allowed ? null : RefusalReason.HEADER_NOT_ALLOWED;
	}

	private static <R> Enumeration<String> requestedHeaders(R request, CorsRequestAccessor<R> accessor) {
		return accessor.headers(request, HeaderNames.REQUEST_HEADERS);
	}

	/**
	 * Returns the part of the request that made it refused.
	 * @param reason why the request was refused
	 * @param request the request
	 * @param accessor reads the request
	 * @param <R> the framework's request
	 * @return a text out of the request, neither bounded nor cleaned, or the empty text
	 */
	public <R> String offender(RefusalReason reason, R request, CorsRequestAccessor<R> accessor) {
		String offender = switch (reason) {
			case DENIED, PATH_AMBIGUOUS, HEADERS_MALFORMED -> null;
			case ORIGIN_MALFORMED, ORIGIN_NOT_ALLOWED -> accessor.header(request, HeaderNames.ORIGIN);
			case METHOD_NOT_ALLOWED -> {
				String method = accessor.method(request);
				String requestedMethod = requestedMethod(request, accessor, method);
				yield (requestedMethod != null) ? requestedMethod : method;
			}
			case HEADER_NOT_ALLOWED ->
				RequestedHeaders.firstNotAllowed(requestedHeaders(request, accessor), this.headers);
		};
		return (offender != null) ? offender : "";
	}

	/**
	 * Returns the method that a preflight asks for.
	 * @return the method, or {@code null} where the request is no CORS-preflight request
	 */
	static <R> @Nullable String requestedMethod(R request, CorsRequestAccessor<R> accessor, String method) {
		return method.equals(PREFLIGHT_METHOD) ? accessor.header(request, HeaderNames.REQUEST_METHOD) : null;
	}

	/**
	 * Whether the request comes from the application's own origin. A browser's word for
	 * it, which no page can forge, goes before the comparison, which a proxy can spoil.
	 */
	static <R> boolean isSameOrigin(String origin, boolean repeated, R request, CorsRequestAccessor<R> accessor) {
		String site = accessor.header(request, HeaderNames.SEC_FETCH_SITE);
		if (site != null) {
			return site.equals("same-origin");
		}
		String host = accessor.host(request);
		return !repeated && host != null
				&& Origins.isSame(origin, accessor.scheme(request), host, accessor.port(request));
	}

	@Override
	public String toString() {
		return this.name;
	}

}
