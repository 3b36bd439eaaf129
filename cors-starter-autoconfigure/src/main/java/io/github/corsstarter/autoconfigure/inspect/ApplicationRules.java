package io.github.corsstarter.autoconfigure.inspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.autoconfigure.inspect.ApplicationFacts.OtherCors;
import io.github.corsstarter.origin.InvalidOriginException;
import io.github.corsstarter.origin.OriginPattern;
import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.PolicyKey;
import io.github.corsstarter.policy.PolicyMode;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.Rule;
import io.github.corsstarter.text.Listing;
import org.jspecify.annotations.Nullable;

/**
 * Checks policies against what is known of the application that they are for.
 */
public final class ApplicationRules {

	private final ApplicationFacts facts;

	private final List<Finding> findings = new ArrayList<>();

	private ApplicationRules(ApplicationFacts facts) {
		this.facts = facts;
	}

	/**
	 * Checks policies, wrong ones among them: one start tells of everything.
	 * @param specs the policies, defaults filled in
	 * @param debug whether responses name the reason of a refusal
	 * @param lab whether the lab is served
	 * @param facts what is known of the application
	 * @return what was found, by the policies' keys
	 */
	public static List<Finding> check(List<CorsPolicySpec> specs, boolean debug, boolean lab, ApplicationFacts facts) {
		ApplicationRules rules = new ApplicationRules(facts);
		rules.checkSettings(debug, lab);
		List<CorsPolicySpec> used = new ArrayList<>(specs);
		used.removeIf((spec) -> spec.mode() == PolicyMode.OFF);
		rules.checkPathMatching(used);
		for (CorsPolicySpec spec : used) {
			rules.checkContextPath(spec);
		}
		for (CorsPolicySpec spec : used) {
			rules.checkOrigins(spec);
		}
		rules.checkGoverning(used);
		return rules.findings;
	}

	private void checkSettings(boolean debug, boolean lab) {
		if (debug && this.facts.production()) {
			add("", Rule.DEBUG_IN_PRODUCTION, PolicyKey.of("debug"), "true",
					"tells strangers why they are refused, and a profile for production is active",
					"Write false in the profile's file.");
		}
		if (lab && this.facts.production()) {
			add("", Rule.LAB_IN_PRODUCTION, PolicyKey.of("lab.enabled"), "true",
					"serves a page for development, and a profile for production is active",
					"Move the entry into the file of a profile for development.");
		}
		if (!this.facts.methodOverrideFilter().isEmpty()) {
			add("", Rule.METHOD_OVERRIDE_FILTER, PolicyKey.of("filter-order"), "",
					"puts the check before the filter " + this.facts.methodOverrideFilter()
							+ ", which makes DELETE and others of what was checked as POST",
					"Remove that filter, or write an order behind it.");
		}
		if (!this.facts.pathRewritingFilter().isEmpty()) {
			add("", Rule.PATH_REWRITING_FILTER, PolicyKey.of("filter-order"), "",
					"puts the check before the filter " + this.facts.pathRewritingFilter()
							+ ", which may send requests on under another path than was checked",
					"Give that filter an order before it.");
		}
	}

	private void checkPathMatching(List<CorsPolicySpec> specs) {
		for (String unsupported : specs.isEmpty() ? List.<String>of() : this.facts.pathMatching().unsupported()) {
			add("", Rule.UNSUPPORTED_PATH_MATCHING, PolicyKey.of("policies"), "",
					"cannot follow how requests are mapped here, by " + unsupported
							+ ": paths could reach handlers past their policies",
					"Turn that off; best map requests by PathPattern, as Spring does by default.");
		}
	}

	private void checkContextPath(CorsPolicySpec spec) {
		String context = this.facts.contextPath();
		List<String> paths = orEmpty(spec.paths());
		for (int i = 0; i < paths.size(); i++) {
			String path = paths.get(i);
			if (!context.isEmpty() && (path.equals(context) || path.startsWith(context + "/"))) {
				String rest = path.substring(context.length());
				add(spec.name(), Rule.CONTEXT_PATH_IN_PATH, new PolicyKey("paths", i), path,
						"starts with the context path " + context + ", which paths of policies leave out",
						"Write \"" + (rest.isEmpty() ? "/" : rest) + "\".");
			}
		}
	}

	private void checkOrigins(CorsPolicySpec spec) {
		if (!this.facts.production()) {
			return;
		}
		List<String> origins = orEmpty(spec.allowedOrigins());
		List<String> local = origins.stream().filter(ApplicationRules::isLoopback).distinct().toList();
		if (!local.isEmpty()) {
			String first = local.get(0);
			String others = (local.size() > 1) ? ", as are " + Listing.of(local.subList(1, local.size())) : "";
			add(spec.name(), Rule.LOCAL_ORIGIN_IN_PRODUCTION, new PolicyKey("allowed-origins", origins.indexOf(first)),
					first, "is the visitor's own machine" + others + ", and a profile for production is active",
					(local.size() > 1) ? "Move the entries into the file of a profile for development."
							: "Move the entry into the file of a profile for development.");
		}
	}

	private static boolean isLoopback(String origin) {
		try {
			return OriginPattern.parse(origin).isLoopback();
		}
		catch (InvalidOriginException ex) {
			// Reported by another rule, or * or null.
			return false;
		}
	}

	private void checkGoverning(List<CorsPolicySpec> specs) {
		String path = this.facts.actuatorPath();
		PathExpression actuator = path.isEmpty() ? null : this.facts.pathMatching().parseMapped(path + "/**");
		if (actuator == null && this.facts.otherCors().isEmpty() && this.facts.frontRoutes().isEmpty()) {
			return;
		}
		List<GoverningPath> governing = GoverningPath.of(specs, this.facts.pathMatching());
		if (actuator != null) {
			checkActuator(actuator, governing);
		}
		checkOtherCors(governing);
		this.findings.addAll(RouteRules.check(this.facts, governing));
	}

	private void checkActuator(PathExpression actuator, List<GoverningPath> governing) {
		for (GoverningPath path : governing) {
			boolean reaches = path.expression().covers(actuator) || actuator.covers(path.expression());
			if (path.spec().mode() != PolicyMode.DENY && reaches && !isShielded(actuator, path, governing)) {
				add(path, Rule.COVERS_ACTUATOR, "takes in the management endpoints below " + this.facts.actuatorPath(),
						"Write narrower paths, or add a policy with \"mode: deny\" for " + this.facts.actuatorPath()
								+ "/**, unless pages are meant to call them.");
			}
		}
	}

	private static boolean isShielded(PathExpression actuator, GoverningPath path, List<GoverningPath> governing) {
		return governing.stream()
			.anyMatch((other) -> other.expression().covers(actuator)
					&& other.expression().compareTo(path.expression()) < 0);
	}

	private void checkOtherCors(List<GoverningPath> governing) {
		List<@Nullable PathExpression> configured = new ArrayList<>();
		this.facts.otherCors().forEach((other) -> configured.add(this.facts.pathMatching().parseMapped(other.path())));
		Map<String, GoverningPath> firstPaths = new LinkedHashMap<>();
		Map<String, List<OtherCors>> others = new HashMap<>();
		for (GoverningPath path : governing) {
			List<OtherCors> annotated = new ArrayList<>();
			for (int i = 0; i < configured.size(); i++) {
				PathExpression expression = configured.get(i);
				OtherCors other = this.facts.otherCors().get(i);
				if (expression == null || !path.expression().meets(expression)) {
					continue;
				}
				if (other.annotation()) {
					annotated.add(other);
				}
				else {
					firstPaths.putIfAbsent(path.spec().name(), path);
					others.computeIfAbsent(path.spec().name(), (policy) -> new ArrayList<>()).add(other);
				}
			}
			checkAnnotated(path, annotated);
		}
		firstPaths.forEach((policy, path) -> add(path, Rule.OTHER_CORS_CONFIGURATION,
				"governs paths of other CORS configuration, which has no effect there: "
						+ OtherCors.describe(others.getOrDefault(policy, List.of())),
				"Delete that configuration where no path without a policy needs it."));
	}

	private void checkAnnotated(GoverningPath path, List<OtherCors> annotated) {
		// Reflection has no order: a finding is the same at every start.
		List<String> handlers = annotated.stream().map(OtherCors::place).distinct().sorted().toList();
		if (!handlers.isEmpty()) {
			add(path, Rule.CROSS_ORIGIN_ANNOTATION_OVERRIDDEN,
					"governs handlers whose @CrossOrigin has no effect then: " + Listing.of(handlers),
					"Delete the annotation, or take its path out of the policy.");
		}
	}

	private void add(GoverningPath path, Rule rule, String message, String advice) {
		add(path.spec().name(), rule, path.key(), path.expression().toString(), message, advice);
	}

	private void add(String policy, Rule rule, PolicyKey key, String value, String message, String advice) {
		this.findings.add(new Finding(rule, policy, key, key.toString(), value, null, message, advice));
	}

	private static List<String> orEmpty(@Nullable List<String> list) {
		return (list != null) ? list : List.of();
	}

}
