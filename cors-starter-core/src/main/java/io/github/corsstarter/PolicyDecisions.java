package io.github.corsstarter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.corsstarter.CorsDecision.AllowOrigin;
import io.github.corsstarter.CorsDecision.Header;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.OnRefusal;
import io.github.corsstarter.policy.PolicyMode;
import io.github.corsstarter.policy.ResolvedPolicy;
import io.github.corsstarter.rules.CompiledPolicy;

/**
 * Every decision of a policy. All but those that echo the request are made once, when the
 * policy is compiled. Only this class says which {@code Vary} goes with which headers.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches">CORS
 * protocol and HTTP caches</a>
 */
final class PolicyDecisions {

	private static final String ORIGIN_VARY = HeaderNames.ORIGIN;

	private static final String PREFLIGHT_VARY = HeaderNames.ORIGIN + ", " + HeaderNames.REQUEST_METHOD + ", "
			+ HeaderNames.REQUEST_HEADERS;

	static final CorsDecision AMBIGUOUS_NO_ORIGIN = withoutHeaders(CorsOutcome.NO_ORIGIN);

	static final CorsDecision AMBIGUOUS_SAME_ORIGIN = withoutHeaders(CorsOutcome.SAME_ORIGIN);

	private static final int FORBIDDEN = 403;

	private final ResolvedPolicy policy;

	private final CorsSettings settings;

	private final AllowOrigin allowOrigin;

	private final CorsDecision noOrigin;

	private final CorsDecision sameOrigin;

	private final CorsDecision actual;

	private final CorsDecision preflight;

	private final Map<RefusalReason, CorsDecision> refusedActual = new EnumMap<>(RefusalReason.class);

	private final Map<RefusalReason, CorsDecision> refusedPreflight = new EnumMap<>(RefusalReason.class);

	PolicyDecisions(CompiledPolicy compiled, CorsSettings settings) {
		this.policy = compiled.resolved();
		this.settings = settings;
		boolean anyOrigin = compiled.origins().isAny() && compiled.mode() != PolicyMode.DENY;
		this.allowOrigin = anyOrigin ? AllowOrigin.ANY : AllowOrigin.ECHO;
		this.noOrigin = plain(CorsOutcome.NO_ORIGIN);
		this.sameOrigin = plain(CorsOutcome.SAME_ORIGIN);
		this.actual = new CorsDecision(CorsOutcome.GRANTED, false, null, 0, this.allowOrigin, actualHeaders(), vary(),
				"");
		this.preflight = grantedPreflight(list(this.policy.allowedMethods()), list(this.policy.allowedHeaders()));
		for (RefusalReason reason : RefusalReason.values()) {
			this.refusedActual.put(reason, refuseActual(reason));
			this.refusedPreflight.put(reason, refusePreflight(reason));
		}
	}

	CorsDecision noOrigin() {
		return this.noOrigin;
	}

	CorsDecision sameOrigin() {
		return this.sameOrigin;
	}

	CorsDecision actual() {
		return this.actual;
	}

	CorsDecision preflight() {
		return this.preflight;
	}

	CorsDecision refusedActual(RefusalReason reason) {
		return Objects.requireNonNull(this.refusedActual.get(reason));
	}

	CorsDecision refusedPreflight(RefusalReason reason, String requestedMethod) {
		if (this.settings.debug() && isToldByBrowser(reason, requestedMethod)) {
			List<Header> headers = lists(methodsFor(requestedMethod), list(this.policy.allowedHeaders()));
			headers.add(refusalHeader(reason));
			return new CorsDecision(CorsOutcome.REFUSED, true, reason, this.settings.preflightStatus(),
					this.allowOrigin, headers, PREFLIGHT_VARY, body(reason));
		}
		return Objects.requireNonNull(this.refusedPreflight.get(reason));
	}

	/**
	 * Grants a preflight under a policy that says {@code *} for methods or headers. The
	 * response echoes what was requested: with credentials a browser takes {@code *} for
	 * a name, and {@code *} never covers {@code Authorization}.
	 * @see <a href=
	 * "https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name"> CORS
	 * non-wildcard request-header name</a>
	 */
	CorsDecision echoingPreflight(String requestedMethod, List<String> requestedHeaders) {
		boolean anyHeader = this.policy.allowsAnyHeader();
		return grantedPreflight(methodsFor(requestedMethod),
				list(anyHeader ? requestedHeaders : this.policy.allowedHeaders()));
	}

	private CorsDecision plain(CorsOutcome outcome) {
		return (this.allowOrigin == AllowOrigin.ANY)
				? new CorsDecision(outcome, false, null, 0, AllowOrigin.ANY, actualHeaders(), "", "")
				: withoutHeaders(outcome);
	}

	private static CorsDecision withoutHeaders(CorsOutcome outcome) {
		return new CorsDecision(outcome, false, null, 0, AllowOrigin.NONE, List.of(), ORIGIN_VARY, "");
	}

	private String vary() {
		return (this.allowOrigin == AllowOrigin.ANY) ? "" : ORIGIN_VARY;
	}

	/**
	 * Returns the headers of the response to a granted request, all but {@code
	 * Access-Control-Allow-Origin}.
	 * @see <a href="https://fetch.spec.whatwg.org/#http-access-control-expose-headers">
	 * Access-Control-Expose-Headers</a>
	 */
	private List<Header> actualHeaders() {
		List<Header> headers = new ArrayList<>();
		addCredentials(headers);
		if (!this.policy.exposedHeaders().isEmpty()) {
			headers.add(new Header(HeaderNames.EXPOSE_HEADERS, list(this.policy.exposedHeaders())));
		}
		return headers;
	}

	/**
	 * Grants a preflight; browsers take any ok status for a grant.
	 * @see <a href="https://fetch.spec.whatwg.org/#http-access-control-max-age">
	 * Access-Control-Max-Age</a>
	 */
	private CorsDecision grantedPreflight(String methods, String headerNames) {
		List<Header> headers = lists(methods, headerNames);
		headers.add(new Header(HeaderNames.MAX_AGE, String.valueOf(this.policy.maxAge().toSeconds())));
		return new CorsDecision(CorsOutcome.GRANTED, true, null, this.settings.preflightStatus(), this.allowOrigin,
				headers, PREFLIGHT_VARY, "");
	}

	/**
	 * Returns what the response to a preflight lists.
	 * @see <a href="https://fetch.spec.whatwg.org/#http-access-control-allow-methods">
	 * Access-Control-Allow-Methods</a> and <a href=
	 * "https://fetch.spec.whatwg.org/#http-access-control-allow-headers">-Headers</a>
	 */
	private List<Header> lists(String methods, String headerNames) {
		List<Header> headers = new ArrayList<>();
		addCredentials(headers);
		headers.add(new Header(HeaderNames.ALLOW_METHODS, methods));
		if (!headerNames.isEmpty()) {
			headers.add(new Header(HeaderNames.ALLOW_HEADERS, headerNames));
		}
		return headers;
	}

	/**
	 * Adds the header that preflights need, too, although they carry no credentials.
	 * @see <a href=
	 * "https://fetch.spec.whatwg.org/#http-access-control-allow-credentials">
	 * Access-Control-Allow-Credentials</a>
	 */
	private void addCredentials(List<Header> headers) {
		if (this.policy.allowCredentials()) {
			headers.add(new Header(HeaderNames.ALLOW_CREDENTIALS, "true"));
		}
	}

	private CorsDecision refusePreflight(RefusalReason reason) {
		// No page reads the body of the response to a preflight; people who debug do.
		boolean debug = this.settings.debug();
		return new CorsDecision(CorsOutcome.REFUSED, true, reason, FORBIDDEN, AllowOrigin.NONE,
				debug ? List.of(refusalHeader(reason)) : List.of(), PREFLIGHT_VARY, debug ? body(reason) : "");
	}

	private CorsDecision refuseActual(RefusalReason reason) {
		List<Header> headers = new ArrayList<>();
		if (this.settings.debug()) {
			headers.add(refusalHeader(reason));
		}
		// A path with two readings could reach a handler of the other policy.
		boolean forward = this.policy.onRefusal() == OnRefusal.FORWARD && reason != RefusalReason.PATH_AMBIGUOUS;
		if (!forward) {
			headers.add(new Header("Cache-Control", "no-store"));
		}
		return new CorsDecision(CorsOutcome.REFUSED, false, reason, forward ? 0 : FORBIDDEN, AllowOrigin.NONE, headers,
				ORIGIN_VARY, body(reason));
	}

	private String body(RefusalReason reason) {
		return "Cross-origin request refused" + (this.settings.debug() ? ": " + reason.code() : "") + ".\n";
	}

	/**
	 * Whether a browser that gets the lists with an ok status refuses the request itself,
	 * and names in its console what the lists lack. Where the lists lack nothing, the
	 * browser would send the request, and so it must not get them.
	 */
	private boolean isToldByBrowser(RefusalReason reason, String requestedMethod) {
		return switch (reason) {
			case METHOD_NOT_ALLOWED -> Methods.isMethod(requestedMethod) && !Methods.isSafelisted(requestedMethod)
					&& !this.policy.allowedMethods().contains(requestedMethod) && !this.policy.allowsAnyMethod();
			case HEADER_NOT_ALLOWED -> !this.policy.allowsAnyHeader();
			default -> false;
		};
	}

	private String methodsFor(String requestedMethod) {
		return this.policy.allowsAnyMethod() ? requestedMethod : list(this.policy.allowedMethods());
	}

	private static Header refusalHeader(RefusalReason reason) {
		return new Header("Cors-Refusal", reason.code());
	}

	private static String list(List<String> values) {
		return String.join(",", values);
	}

}
