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

/**
 * Every answer of a policy. They are made once, so that a request gets one that is there:
 * {@code Vary} follows here from what an answer depends on, and is listed nowhere by
 * hand.
 */
final class Answers {

	static final String ORIGIN_VARY = HeaderNames.ORIGIN;

	static final String PREFLIGHT_VARY = HeaderNames.ORIGIN + ", " + HeaderNames.REQUEST_METHOD + ", "
			+ HeaderNames.REQUEST_HEADERS;

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

	/**
	 * Makes the answers.
	 * @param policy the policy
	 */
	Answers(ResolvedPolicy policy, boolean anyOrigin, CorsSettings settings) {
		this.policy = policy;
		this.settings = settings;
		this.allowOrigin = anyOrigin ? AllowOrigin.ANY : AllowOrigin.ECHO;
		this.noOrigin = plain(CorsOutcome.NO_ORIGIN);
		this.sameOrigin = plain(CorsOutcome.SAME_ORIGIN);
		this.actual = new CorsDecision(CorsOutcome.GRANTED, false, null, 0, this.allowOrigin, actualHeaders(), vary(),
				"");
		this.preflight = grantedPreflight(list(policy.allowedMethods()), list(policy.allowedHeaders()));
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
	 * Makes the answer of a policy that says {@code *} for methods or headers: what was
	 * requested is echoed, as {@code *} itself means nothing to a browser that sends
	 * credentials, and never covers {@code Authorization}.
	 */
	CorsDecision echoingPreflight(String requestedMethod, List<String> requestedHeaders) {
		boolean anyHeader = this.policy.allowsAnyHeader();
		return grantedPreflight(methodsFor(requestedMethod),
				list(anyHeader ? requestedHeaders : this.policy.allowedHeaders()));
	}

	private CorsDecision plain(CorsOutcome outcome) {
		return (this.allowOrigin == AllowOrigin.ANY)
				? new CorsDecision(outcome, false, null, 0, AllowOrigin.ANY, actualHeaders(), "", "")
				: new CorsDecision(outcome, false, null, 0, AllowOrigin.NONE, List.of(), ORIGIN_VARY, "");
	}

	private String vary() {
		return (this.allowOrigin == AllowOrigin.ANY) ? "" : ORIGIN_VARY;
	}

	private List<Header> actualHeaders() {
		List<Header> headers = new ArrayList<>();
		addCredentials(headers);
		if (!this.policy.exposedHeaders().isEmpty()) {
			headers.add(new Header(HeaderNames.EXPOSE_HEADERS, list(this.policy.exposedHeaders())));
		}
		return headers;
	}

	private CorsDecision grantedPreflight(String methods, String headerNames) {
		List<Header> headers = lists(methods, headerNames);
		headers.add(new Header(HeaderNames.MAX_AGE, String.valueOf(this.policy.maxAge().toSeconds())));
		return new CorsDecision(CorsOutcome.GRANTED, true, null, this.settings.preflightStatus(), this.allowOrigin,
				headers, PREFLIGHT_VARY, "");
	}

	private List<Header> lists(String methods, String headerNames) {
		List<Header> headers = new ArrayList<>();
		addCredentials(headers);
		headers.add(new Header(HeaderNames.ALLOW_METHODS, methods));
		if (!headerNames.isEmpty()) {
			headers.add(new Header(HeaderNames.ALLOW_HEADERS, headerNames));
		}
		return headers;
	}

	private void addCredentials(List<Header> headers) {
		if (this.policy.allowCredentials()) {
			headers.add(new Header(HeaderNames.ALLOW_CREDENTIALS, "true"));
		}
	}

	private CorsDecision refusePreflight(RefusalReason reason) {
		// No page ever reads the body of a preflight's answer; people who debug do.
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
	 * Whether a browser that gets the lists with an ok status names in its console what
	 * is missing in them. Where it would find nothing missing, it must not get them.
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
