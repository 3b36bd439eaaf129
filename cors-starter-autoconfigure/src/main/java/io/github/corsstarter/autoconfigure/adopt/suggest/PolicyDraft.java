package io.github.corsstarter.autoconfigure.adopt.suggest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.autoconfigure.adopt.OtherCors;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.OnRefusal;
import io.github.corsstarter.policy.PolicyMode;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.Rule;
import io.github.corsstarter.rules.Severity;
import io.github.corsstarter.text.Printable;

/**
 * A policy in the making: what a start would refuse is taken out, and kept as comments.
 */
final class PolicyDraft {

	static final String PATHS = "paths";

	static final String ORIGINS = "allowed-origins";

	static final String METHODS = "allowed-methods";

	static final String HEADERS = "allowed-headers";

	static final String EXPOSED = "exposed-headers";

	static final String CREDENTIALS = "allow-credentials";

	/**
	 * Most rounds of taking out. Each takes out all that a start would refuse of what is
	 * left.
	 */
	private static final int MAX_ROUNDS = 20;

	private static final int MAX_COMMENT = 400;

	private final Map<String, List<String>> lists = new LinkedHashMap<>();

	private final Map<String, Set<String>> comments = new HashMap<>();

	private final List<OtherCors> origins = new ArrayList<>();

	private final Duration maxAge;

	private String name = "";

	private boolean credentials;

	private PolicyMode mode = PolicyMode.ENFORCE;

	PolicyDraft(PolicyValues values) {
		this.lists.put(PATHS, new ArrayList<>());
		this.lists.put(ORIGINS, values.origins());
		this.lists.put(METHODS, values.methods());
		this.lists.put(HEADERS, values.headers());
		this.lists.put(EXPOSED, values.exposed());
		this.credentials = values.credentials();
		this.maxAge = values.maxAge();
	}

	/**
	 * Starts a policy for paths that have no CORS configuration, so that no wider path
	 * takes them in: cross-origin requests go on without CORS headers, as they did.
	 */
	static PolicyDraft denying() {
		PolicyDraft draft = new PolicyDraft(
				new PolicyValues(List.of(), List.of(), List.of(), List.of(), false, Duration.ZERO));
		draft.mode = PolicyMode.DENY;
		return draft;
	}

	void add(OtherCors other) {
		this.origins.add(other);
		if (!list(PATHS).contains(other.pattern())) {
			list(PATHS).add(other.pattern());
		}
	}

	void name(String name) {
		this.name = name;
	}

	String name() {
		return this.name;
	}

	List<OtherCors> madeOf() {
		return this.origins;
	}

	List<String> list(String key) {
		return this.lists.getOrDefault(key, List.of());
	}

	boolean allowsCredentials() {
		return this.credentials;
	}

	Duration maxAge() {
		return this.maxAge;
	}

	boolean denies() {
		return this.mode == PolicyMode.DENY;
	}

	Set<String> comments(String key) {
		return this.comments.getOrDefault(key, Set.of());
	}

	void comment(String key, String text) {
		this.comments.computeIfAbsent(key, (name) -> new LinkedHashSet<>()).add(Printable.of(text, MAX_COMMENT));
	}

	CorsPolicySpec toSpec() {
		CorsPolicySpec.Builder spec = CorsPolicySpec.named(this.name).paths(list(PATHS)).mode(this.mode);
		if (denies()) {
			return spec.onRefusal(OnRefusal.FORWARD).build();
		}
		return spec.allowedOrigins(list(ORIGINS))
			.allowedMethods(list(METHODS))
			.allowedHeaders(list(HEADERS))
			.exposedHeaders(list(EXPOSED))
			.allowCredentials(this.credentials)
			.maxAge(this.maxAge)
			.build();
	}

	/**
	 * Takes out what a start would refuse, until nothing of it is left, and notes what a
	 * start would warn about.
	 */
	void settle(CorsSettings settings) {
		for (int i = 0; i < MAX_ROUNDS && !list(PATHS).isEmpty(); i++) {
			List<Finding> findings = CorsPolicySet.compile(List.of(toSpec()), settings).findings();
			List<Finding> errors = findings.stream().filter((finding) -> finding.severity() == Severity.ERROR).toList();
			if (errors.isEmpty()) {
				findings.forEach((finding) -> comment("", describe(finding)));
				return;
			}
			takeOut(errors);
		}
		this.mode = PolicyMode.DENY;
	}

	private void takeOut(List<Finding> errors) {
		Map<String, Set<Integer>> entries = new LinkedHashMap<>();
		for (Finding error : errors) {
			if (error.key().index() >= 0) {
				entries.computeIfAbsent(error.key().name(), (key) -> new HashSet<>()).add(error.key().index());
			}
		}
		if (entries.getOrDefault(ORIGINS, Set.of()).size() == list(ORIGINS).size() && hasCredentialError(errors)) {
			// Without credentials the origins may stay.
			this.credentials = false;
			errors.stream()
				.filter(PolicyDraft::isCredentialError)
				.forEach((error) -> comment(CREDENTIALS, "allow-credentials: true   " + describe(error)));
			return;
		}
		errors.forEach(this::takeOutWhole);
		errors.stream()
			.filter((error) -> error.key().index() >= 0)
			.forEach((error) -> comment(error.key().name(), describe(error)));
		entries.forEach((key, indexes) -> {
			List<String> kept = new ArrayList<>();
			for (int i = 0; i < list(key).size(); i++) {
				if (!indexes.contains(i)) {
					kept.add(list(key).get(i));
				}
			}
			this.lists.put(key, kept);
		});
	}

	private void takeOutWhole(Finding error) {
		String key = error.key().name();
		if (error.key().index() >= 0 || error.rule() == Rule.NO_PATHS) {
			return;
		}
		comment(key, describe(error));
		if (key.equals(HEADERS) || key.equals(EXPOSED)) {
			this.lists.put(key, List.of());
		}
		else {
			// Whatever else is wrong with the whole policy: it grants nothing.
			this.mode = PolicyMode.DENY;
		}
	}

	private boolean hasCredentialError(List<Finding> errors) {
		return this.credentials && errors.stream().anyMatch(PolicyDraft::isCredentialError);
	}

	private static boolean isCredentialError(Finding error) {
		return switch (error.rule()) {
			case ANY_ORIGIN_WITH_CREDENTIALS, NULL_ORIGIN_WITH_CREDENTIALS, INSECURE_ORIGIN_WITH_CREDENTIALS,
					PUBLIC_SUFFIX_WITH_CREDENTIALS ->
				true;
			default -> false;
		};
	}

	private static String describe(Finding finding) {
		return finding.property() + (finding.value().isEmpty() ? "" : ": \"" + finding.value() + "\"") + " "
				+ finding.message() + " [" + finding.rule().id() + "]. " + finding.advice();
	}

}
