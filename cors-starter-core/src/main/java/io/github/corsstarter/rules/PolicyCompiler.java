package io.github.corsstarter.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.corsstarter.origin.OriginSet;
import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.OnRefusal;
import io.github.corsstarter.policy.PolicyMode;
import io.github.corsstarter.policy.ResolvedPolicy;
import io.github.corsstarter.text.Codes;
import org.jspecify.annotations.Nullable;

/**
 * Makes policies of specs. Every rule puts what it finds into one list, and nothing stops
 * at the first problem.
 */
public final class PolicyCompiler {

	/**
	 * Longest value of a response header that is made of a list. Servers hold heads of 8
	 * KB, and the response to a preflight request carries two such lists.
	 */
	private static final int MAX_HEADER_LENGTH = 4096;

	private static final Duration DEFAULT_MAX_AGE = Duration.ofMinutes(30);

	private static final Duration MAX_MAX_AGE = Duration.ofHours(24);

	private static final Duration CHROMIUM_CAP = Duration.ofHours(2);

	private final CorsSettings settings;

	private final PathRules pathRules;

	private final List<FindingCollector> collectors = new ArrayList<>();

	private final List<Candidate> candidates = new ArrayList<>();

	private final Set<String> names = new HashSet<>();

	private PolicyCompiler(CorsSettings settings) {
		this.settings = settings;
		this.pathRules = new PathRules(settings.caseSensitivePaths());
	}

	/**
	 * Checks and compiles policies.
	 * @param specs the policies as their authors wrote them, defaults filled in; their
	 * order means nothing
	 * @param settings what holds for all of them
	 * @return the policies without errors that are not off, and what was found about all
	 */
	public static Result compile(List<CorsPolicySpec> specs, CorsSettings settings) {
		return new PolicyCompiler(settings).compile(specs);
	}

	private Result compile(List<CorsPolicySpec> specs) {
		for (CorsPolicySpec spec : specs) {
			compile(spec);
		}
		this.pathRules.checkTogether();
		List<Finding> findings = new ArrayList<>();
		for (FindingCollector collector : this.collectors) {
			findings.addAll(collector.findings());
		}
		List<CompiledPolicy> valid = new ArrayList<>();
		for (Candidate candidate : this.candidates) {
			if (!candidate.findings.hasErrors()) {
				valid.add(candidate.policy);
			}
		}
		return new Result(valid, AcceptedWarnings.of(specs).mark(findings));
	}

	private void compile(CorsPolicySpec spec) {
		FindingCollector findings = new FindingCollector(spec.name());
		this.collectors.add(findings);
		if (!PolicyName.isValid(spec.name())) {
			findings.add(PolicyName.invalid(spec.name(), spec.name()));
		}
		if (!this.names.add(Codes.uniform(spec.name()))) {
			findings.add(PolicyName.taken(spec.name(), spec.name()));
		}
		AcceptedWarnings.check(spec, findings);
		PolicyMode mode = orElse(spec.mode(), PolicyMode.ENFORCE);
		if (mode == PolicyMode.OFF) {
			// Its paths are kept: if they fall to another policy, its author should know.
			this.pathRules.keep(spec, findings);
			return;
		}
		List<PathExpression> paths = this.pathRules.compile(spec, mode, findings);
		OriginSet origins = new OriginRules(spec, this.settings.publicSuffixes(), findings).compile();
		List<String> methods = new MethodRules(spec, findings).compile();
		HeaderRules headerRules = new HeaderRules(spec, findings);
		List<String> allowedHeaders = headerRules.compileAllowed();
		List<String> exposedHeaders = headerRules.compileExposed();
		checkLength(methods, "allowed-methods", findings);
		checkLength(allowedHeaders, "allowed-headers", findings);
		checkLength(exposedHeaders, "exposed-headers", findings);
		Duration maxAge = maxAge(spec, findings);
		if (!findings.hasErrors()) {
			ResolvedPolicy resolved = new ResolvedPolicy(spec.name(), mode, texts(paths),
					orElse(spec.allowedOrigins(), List.of()), methods, allowedHeaders, exposedHeaders,
					orElse(spec.allowCredentials(), false), maxAge, orElse(spec.onRefusal(), OnRefusal.BLOCK),
					orElse(spec.allowInsecureOrigins(), false), orElse(spec.allowPublicSuffixSubdomains(), false));
			this.candidates.add(new Candidate(new CompiledPolicy(resolved, paths, origins), findings));
		}
	}

	private static List<String> texts(List<PathExpression> paths) {
		List<String> texts = new ArrayList<>();
		for (PathExpression path : paths) {
			texts.add(path.toString());
		}
		return texts;
	}

	private static void checkLength(List<String> list, String property, FindingCollector findings) {
		String header = String.join(",", list);
		if (header.length() > MAX_HEADER_LENGTH) {
			findings.add(
					Rule.LIST_TOO_LONG, property, header.substring(0, 60) + "...", "makes a response header of "
							+ header.length() + " characters; " + MAX_HEADER_LENGTH + " are the most",
					"Shorten the list, or split the policy by path.");
		}
	}

	private static Duration maxAge(CorsPolicySpec spec, FindingCollector findings) {
		Duration maxAge = orElse(spec.maxAge(), DEFAULT_MAX_AGE);
		String value = maxAge.toSeconds() + "s";
		if (maxAge.isNegative() || maxAge.compareTo(MAX_MAX_AGE) > 0) {
			findings.add(Rule.MAX_AGE_OUT_OF_RANGE, "max-age", value, "is not from 0 to 24 hours",
					"Write a time such as 30m; a bare number is seconds, and 0 turns caching off.");
		}
		else if (maxAge.compareTo(CHROMIUM_CAP) > 0) {
			findings.add(Rule.MAX_AGE_ABOVE_BROWSER_CAP, "max-age", value,
					"is more than Chromium keeps to, which asks again after 2 hours", "Write \"2h\".");
		}
		return maxAge;
	}

	private static <T> T orElse(@Nullable T value, T otherwise) {
		return (value != null) ? value : otherwise;
	}

	/**
	 * A policy that is valid by itself; the look at all paths together may still find an
	 * error.
	 */
	private record Candidate(CompiledPolicy policy, FindingCollector findings) {
	}

	/**
	 * What came of compiling.
	 *
	 * @param policies the policies without errors that are not off, in the order of their
	 * specs
	 * @param findings what was found about all policies
	 */
	public record Result(List<CompiledPolicy> policies, List<Finding> findings) {

		/**
		 * Creates a result.
		 */
		public Result {
			policies = List.copyOf(policies);
			findings = List.copyOf(findings);
		}

	}

}
