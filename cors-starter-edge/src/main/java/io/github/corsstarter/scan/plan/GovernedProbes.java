package io.github.corsstarter.scan.plan;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.browser.PreflightNeed;
import io.github.corsstarter.browser.RequestHeader;
import io.github.corsstarter.origin.Origins;
import io.github.corsstarter.policy.ResolvedPolicy;
import io.github.corsstarter.scan.origins.AllowedOrigin;
import io.github.corsstarter.scan.origins.Lookalike;
import org.jspecify.annotations.Nullable;

/**
 * Makes the probes of one path that a policy governs.
 */
final class GovernedProbes {

	/**
	 * Most header names of one preflight: an application refuses to read more than 128.
	 */
	private static final int MAX_NAMES = 60;

	/** What stands for the methods of a policy that allows any. */
	private static final List<String> ANY_METHODS = List.of("GET", "PUT", "PATCH");

	private static final List<String> OTHER_METHODS = List.of("DELETE", "PUT", "PATCH", "PROPFIND", "CORS-SCAN");

	private final List<Probe> probes = new ArrayList<>();

	private final Place place;

	private final ResolvedPolicy policy;

	private final Promises promises;

	private final String token;

	private final Fresh fresh;

	private final boolean preflightOnly;

	private final List<String> methods;

	private final String method;

	private final String sentMethod;

	GovernedProbes(Place place, ResolvedPolicy policy, Promises promises, String token, Fresh fresh,
			boolean preflightOnly) {
		this.place = place;
		this.policy = policy;
		this.promises = promises;
		this.token = token;
		this.fresh = fresh;
		this.preflightOnly = preflightOnly;
		this.methods = policy.allowsAnyMethod() ? ANY_METHODS : policy.allowedMethods();
		this.method = this.methods.contains("GET") ? "GET" : this.methods.get(0);
		this.sentMethod = (!this.methods.contains("GET") && this.methods.contains("HEAD")) ? "HEAD" : "GET";
	}

	/**
	 * Returns the probes.
	 * @param missing a path that is not there, or {@code null}
	 * @param lookalikes origins that look like others; those that the policy allows are
	 * left out
	 * @param first whether this is the first path of its policy, on which the most
	 * telling lookalikes are tried with preflights, too
	 */
	List<Probe> list(@Nullable String missing, List<Lookalike> lookalikes, boolean first) {
		addActual(Purpose.PLAIN, null);
		List<String> origins = AllowedOrigin.allOf(this.policy.allowedOrigins(), this.token)
			.stream()
			.map(AllowedOrigin::origin)
			.distinct()
			.filter((origin) -> isGranted(origin))
			.toList();
		addCache(origins);
		for (String origin : origins) {
			addActual(Purpose.ALLOWED_ORIGIN, origin);
			addPreflight(Purpose.ALLOWED_ORIGIN, origin, this.method, List.of());
		}
		if (!origins.isEmpty()) {
			addLists(origins.get(0));
			if (missing != null) {
				this.probes.add(Probe
					.actual(this.place, Purpose.MISSING_PATH, this.sentMethod, origins.get(0), this.fresh.next())
					.at(missing));
			}
		}
		addStrangers();
		lookalikes.stream()
			.filter((lookalike) -> !isGranted(lookalike.origin()))
			.forEach((lookalike) -> addLookalike(lookalike, first));
		return this.probes;
	}

	private boolean isGranted(String origin) {
		Promise promise = this.promises.preflight(this.place.path(), origin, this.method, List.of());
		return promise != null && promise.readable();
	}

	/**
	 * Looks for a cache that takes the answer to one origin for that to another. Where
	 * every origin gets the same, there is no other.
	 */
	private void addCache(List<String> origins) {
		String fresh = this.fresh.next();
		this.probes.add(Probe.actual(this.place, Purpose.CACHE_FILLED, "GET", null, fresh));
		if (!origins.isEmpty() && !this.policy.allowedOrigins().contains("*") && this.sentMethod.equals("GET")) {
			this.probes.add(Probe.actual(this.place, Purpose.CACHE_READ, "GET", origins.get(0), fresh));
		}
	}

	private void addLists(String origin) {
		List<String> names = this.policy.allowsAnyHeader() ? List.of("x-" + this.token) : this.policy.allowedHeaders();
		for (String allowed : this.methods) {
			List<String> needed = needed(allowed, names);
			addPreflight(Purpose.ALLOWED_METHOD, origin, allowed,
					needed.subList(0, Math.min(needed.size(), MAX_NAMES)));
		}
		List<String> needed = needed(this.method, names);
		for (int start = MAX_NAMES; start < needed.size(); start += MAX_NAMES) {
			addPreflight(Purpose.ALLOWED_METHOD, origin, this.method,
					needed.subList(start, Math.min(needed.size(), start + MAX_NAMES)));
		}
		if (this.policy.allowsAnyHeader()) {
			addPreflight(Purpose.AUTHORIZATION, origin, this.method, List.of("authorization"));
		}
		else {
			addPreflight(Purpose.OTHER_HEADER, origin, this.method, List.of("x-" + this.token));
		}
		if (!this.policy.allowsAnyMethod()) {
			OTHER_METHODS.stream()
				.filter((other) -> !this.methods.contains(other))
				.findFirst()
				.ifPresent((other) -> addPreflight(Purpose.OTHER_METHOD, origin, other, List.of()));
		}
	}

	/**
	 * Returns the names that a browser would ask for.
	 */
	private static List<String> needed(String method, List<String> names) {
		return PreflightNeed.of(method, names.stream().map((name) -> new RequestHeader(name, null)).toList())
			.headerNames();
	}

	/**
	 * Asks for those who have no rights. Where every origin has some, the opaque one is
	 * left to be asked for.
	 */
	private void addStrangers() {
		if (!this.policy.allowedOrigins().contains("*")) {
			addStrangersByName();
		}
		if (!this.policy.allowedOrigins().contains(Origins.OPAQUE)) {
			addActual(Purpose.OPAQUE, Origins.OPAQUE);
			addPreflight(Purpose.OPAQUE, Origins.OPAQUE, this.method, List.of());
		}
	}

	private void addStrangersByName() {
		for (String origin : List.of("https://" + this.token + ".invalid", "http://" + this.token + ".invalid")) {
			addActual(Purpose.STRANGER, origin);
			addPreflight(Purpose.STRANGER, origin, this.method, List.of());
		}
	}

	/**
	 * Asks for an origin that looks like another. What is told by the answers to both
	 * kinds of requests is the same for most, so that few are asked for with both.
	 */
	private void addLookalike(Lookalike lookalike, boolean first) {
		this.probes
			.add(Probe.actual(this.place, Purpose.LOOKALIKE, this.sentMethod, lookalike.origin(), this.fresh.next())
				.noting(lookalike.note()));
		if (this.preflightOnly || (first && lookalike.telling())) {
			this.probes.add(Probe.preflight(this.place, Purpose.LOOKALIKE, lookalike.origin(), this.method, List.of())
				.noting(lookalike.note()));
		}
	}

	private void addActual(Purpose purpose, @Nullable String origin) {
		this.probes.add(Probe.actual(this.place, purpose, this.sentMethod, origin, this.fresh.next()));
	}

	private void addPreflight(Purpose purpose, String origin, String requestedMethod, List<String> names) {
		this.probes.add(Probe.preflight(this.place, purpose, origin, requestedMethod, names));
	}

}
