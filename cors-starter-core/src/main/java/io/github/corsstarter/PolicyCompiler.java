package io.github.corsstarter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.corsstarter.origin.OriginSet;
import io.github.corsstarter.path.PathExpression;

/**
 * Makes policies of specs. Every rule puts what it finds into one list, and nothing stops
 * at the first problem.
 */
final class PolicyCompiler {

	/**
	 * Longest value of a response header that is made of a list. Servers hold heads of 8
	 * KB, and a preflight's answer carries two such lists.
	 */
	private static final int MAX_HEADER_LENGTH = 4096;

	private static final Duration DEFAULT_MAX_AGE = Duration.ofMinutes(30);

	private static final Duration LONGEST_MAX_AGE = Duration.ofHours(24);

	private static final Duration CHROMIUM_CAP = Duration.ofHours(2);

	private final CorsSettings settings;

	private final PathRules pathRules;

	private final ApplicationRules applicationRules;

	private final List<FindingCollector> collectors = new ArrayList<>();

	private final Map<CorsPolicy, FindingCollector> policies = new LinkedHashMap<>();

	private final Set<String> names = new HashSet<>();

	PolicyCompiler(CorsSettings settings, ApplicationFacts facts) {
		this.settings = settings;
		this.applicationRules = new ApplicationRules(facts);
		this.pathRules = new PathRules(settings.caseSensitivePaths());
	}

	CorsPolicySet compile(List<CorsPolicySpec> specs) {
		FindingCollector shared = new FindingCollector("");
		this.collectors.add(shared);
		this.applicationRules.check(this.settings, shared);
		specs.forEach(this::compile);
		this.pathRules.checkTogether();
		this.applicationRules.check(this.pathRules.governing());
		List<Finding> findings = this.collectors.stream()
			.flatMap((collector) -> collector.findings().stream())
			.toList();
		List<CorsPolicy> valid = this.policies.entrySet()
			.stream()
			.filter((entry) -> !entry.getValue().hasErrors())
			.map(Map.Entry::getKey)
			.toList();
		return new CorsPolicySet(valid, findings, this.settings);
	}

	private void compile(CorsPolicySpec spec) {
		FindingCollector findings = new FindingCollector(spec.name());
		this.collectors.add(findings);
		if (!this.names.add(canonical(spec.name()))) {
			findings.add(Rule.DUPLICATE_POLICY, "", spec.name(),
					"is the name of another policy, too; names are compared without case, - and _",
					"Give each policy a name of its own.");
		}
		PolicyMode mode = (spec.mode() != null) ? spec.mode() : PolicyMode.ENFORCE;
		if (mode == PolicyMode.OFF) {
			// Only its paths matter: where they fall to another policy, someone may not
			// expect it.
			this.pathRules.keep(spec, findings);
			return;
		}
		this.applicationRules.check(spec, findings);
		List<PathExpression> paths = this.pathRules.compile(spec, mode, findings);
		OriginSet origins = new OriginRules(spec, this.settings.publicSuffixes(), findings).compile();
		Set<String> methods = new MethodRules(spec, findings).compile();
		HeaderRules headerRules = new HeaderRules(spec, findings);
		List<String> allowedHeaders = headerRules.compileAllowed();
		List<String> exposedHeaders = headerRules.compileExposed();
		checkLength(methods, "allowed-methods", findings);
		checkLength(allowedHeaders, "allowed-headers", findings);
		checkLength(exposedHeaders, "exposed-headers", findings);
		Duration maxAge = maxAge(spec, findings);
		if (!findings.hasErrors()) {
			this.policies.put(new CorsPolicy(spec, mode, paths, origins, List.copyOf(methods), allowedHeaders,
					exposedHeaders, maxAge, this.settings), findings);
		}
	}

	private static void checkLength(Iterable<String> list, String property, FindingCollector findings) {
		String header = String.join(",", list);
		if (header.length() > MAX_HEADER_LENGTH) {
			findings.add(
					Rule.LIST_TOO_LONG, property, header.substring(0, 60) + "...", "makes a response header of "
							+ header.length() + " characters; " + MAX_HEADER_LENGTH + " are the most",
					"Shorten the list, or split the policy by path.");
		}
	}

	private static Duration maxAge(CorsPolicySpec spec, FindingCollector findings) {
		Duration maxAge = (spec.maxAge() != null) ? spec.maxAge() : DEFAULT_MAX_AGE;
		String value = maxAge.toSeconds() + "s";
		if (maxAge.isNegative() || maxAge.compareTo(LONGEST_MAX_AGE) > 0) {
			findings.add(Rule.MAX_AGE_OUT_OF_RANGE, "max-age", value, "is not from 0 to 24 hours",
					"Write a time such as 30m; a bare number is seconds, and 0 turns caching off.");
		}
		else if (maxAge.compareTo(CHROMIUM_CAP) > 0) {
			findings.add(Rule.MAX_AGE_ABOVE_BROWSER_CAP, "max-age", value,
					"is more than Chromium keeps to, which asks again after 2 hours", "Write \"2h\".");
		}
		return maxAge;
	}

	/**
	 * Returns a name without what names are compared without.
	 */
	static String canonical(String name) {
		return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
	}

}
