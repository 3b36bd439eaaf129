package io.github.corsstarter.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.github.corsstarter.origin.InvalidOriginException;
import io.github.corsstarter.origin.OriginPattern;
import io.github.corsstarter.origin.OriginSet;
import io.github.corsstarter.origin.Origins;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.PolicyKey;
import io.github.corsstarter.policy.PolicyMode;

/**
 * Checks and compiles the allowed origins of a policy.
 */
final class OriginRules {

	private static final String KEY = "allowed-origins";

	private final CorsPolicySpec spec;

	private final boolean credentials;

	private final Predicate<String> publicSuffixes;

	private final FindingCollector findings;

	private final List<OriginPattern> patterns = new ArrayList<>();

	private boolean any;

	private boolean opaque;

	OriginRules(CorsPolicySpec spec, Predicate<String> publicSuffixes, FindingCollector findings) {
		this.spec = spec;
		this.credentials = Boolean.TRUE.equals(spec.allowCredentials());
		this.publicSuffixes = publicSuffixes;
		this.findings = findings;
	}

	OriginSet compile() {
		List<String> origins = this.spec.allowedOrigins();
		if (origins == null || origins.isEmpty()) {
			if (this.spec.mode() != PolicyMode.DENY) {
				this.findings.add(Rule.NO_ORIGINS, KEY, "", "lists no origin, so the policy would refuse everyone",
						"List the origins that may call, or write \"mode: deny\" to refuse every CORS request.");
			}
			return OriginSet.of(List.of(), false);
		}
		for (int i = 0; i < origins.size(); i++) {
			add(origins.get(i), new PolicyKey(KEY, i));
		}
		return this.any ? OriginSet.any() : OriginSet.of(this.patterns, this.opaque);
	}

	private void add(String origin, PolicyKey key) {
		switch (origin) {
			case "" ->
				this.findings.add(Rule.UNQUOTED_NULL, key, "", "is empty: YAML takes null without quotes for no value",
						"Write \"null\" in quotes if the opaque origin is meant, or delete the entry.");
			case OriginPattern.ANY -> addAny(key);
			case Origins.OPAQUE -> addOpaque(key);
			default -> addPattern(origin, key);
		}
	}

	private void addAny(PolicyKey key) {
		this.any = true;
		if (this.credentials) {
			this.findings.add(Rule.ANY_ORIGIN_WITH_CREDENTIALS, key, OriginPattern.ANY,
					"together with allow-credentials would let every website act in its visitor's name",
					"List the origins, or set allow-credentials to false.");
		}
	}

	private void addOpaque(PolicyKey key) {
		this.opaque = true;
		if (this.credentials) {
			this.findings.add(Rule.NULL_ORIGIN_WITH_CREDENTIALS, key, Origins.OPAQUE,
					"is what every sandboxed frame sends, so that with allow-credentials every website could act in its visitor's name",
					"Delete the entry, or set allow-credentials to false.");
		}
		else {
			this.findings.add(Rule.NULL_ORIGIN, key, Origins.OPAQUE,
					"is what every sandboxed frame sends, so that every website can, and it is as wide as *",
					"Serve the page from an origin of its own and list that.");
		}
	}

	private void addPattern(String origin, PolicyKey key) {
		try {
			OriginPattern pattern = OriginPattern.parse(origin);
			this.patterns.add(pattern);
			checkTransport(pattern, key);
			checkPublicSuffix(pattern, key);
		}
		catch (InvalidOriginException ex) {
			this.findings.add(Rule.INVALID_ORIGIN, key, origin, String.valueOf(ex.getMessage()),
					Separated.advice(origin, "origins", OriginRules::isOrigin, ex.getAdvice()));
		}
	}

	private static boolean isOrigin(String text) {
		try {
			OriginPattern.parse(text);
			return true;
		}
		catch (InvalidOriginException ex) {
			return false;
		}
	}

	private void checkTransport(OriginPattern pattern, PolicyKey key) {
		if (!pattern.isInsecure() || Boolean.TRUE.equals(this.spec.allowInsecureOrigins())) {
			return;
		}
		String secure = "Write \"https" + pattern.toString().substring("http".length()) + "\"";
		if (this.credentials) {
			this.findings.add(Rule.INSECURE_ORIGIN_WITH_CREDENTIALS, key, pattern.toString(),
					"is not encrypted: anyone on the network can pose as it and use the visitor's credentials",
					secure + ", or set allow-insecure-origins to true if the network is trusted.");
		}
		else {
			this.findings.add(Rule.INSECURE_ORIGIN, key, pattern.toString(),
					"is not encrypted: anyone on the network can pose as it", secure + ".");
		}
	}

	private void checkPublicSuffix(OriginPattern pattern, PolicyKey key) {
		String base = pattern.wildcardBase();
		if (base.isEmpty() || !this.publicSuffixes.test(base)
				|| Boolean.TRUE.equals(this.spec.allowPublicSuffixSubdomains())) {
			return;
		}
		String everyone = "takes in everyone who can get a name below " + base + ", by the Public Suffix List";
		if (this.credentials) {
			this.findings.add(Rule.PUBLIC_SUFFIX_WITH_CREDENTIALS, key, pattern.toString(),
					everyone + ", with the visitor's credentials",
					"List the origins that are yours, or set allow-public-suffix-subdomains to true if all of them are.");
		}
		else {
			this.findings.add(Rule.PUBLIC_SUFFIX, key, pattern.toString(), everyone,
					"List the origins that are yours, or write \"*\" if everyone is meant.");
		}
	}

}
