package io.github.corsstarter.rules;

import java.util.List;

import io.github.corsstarter.origin.InvalidOriginException;
import io.github.corsstarter.origin.OriginPattern;
import io.github.corsstarter.path.InvalidPathException;
import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.PolicyKey;
import io.github.corsstarter.policy.PolicyMode;
import io.github.corsstarter.rules.ApplicationFacts.CrossOriginHandler;
import io.github.corsstarter.rules.PathRules.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Checks policies against what is known of the application that they are for.
 */
final class ApplicationRules {

	private static final int MAX_HANDLERS = 3;

	private final ApplicationFacts facts;

	ApplicationRules(ApplicationFacts facts) {
		this.facts = facts;
	}

	/**
	 * Checks what holds for all policies.
	 */
	void check(CorsSettings settings, FindingCollector findings) {
		if (settings.debug() && this.facts.production()) {
			findings.add(Rule.DEBUG_IN_PRODUCTION, "debug", "true",
					"tells strangers why they are refused, and a profile for production is active",
					"Write false in the profile's file.");
		}
		if (!this.facts.methodOverrideFilter().isEmpty()) {
			findings.add(Rule.METHOD_OVERRIDE_FILTER, "filter-order", "",
					"puts the check before the filter " + this.facts.methodOverrideFilter()
							+ ", which makes DELETE and others of what was checked as POST",
					"Remove that filter, or write an order behind it.");
		}
	}

	/**
	 * Checks one policy.
	 */
	void check(CorsPolicySpec spec, FindingCollector findings) {
		List<String> paths = (spec.paths() != null) ? spec.paths() : List.of();
		for (int i = 0; i < paths.size(); i++) {
			checkContextPath(paths.get(i), new PolicyKey("paths", i), findings);
		}
		List<String> origins = (spec.allowedOrigins() != null) ? spec.allowedOrigins() : List.of();
		for (int i = 0; i < origins.size() && this.facts.production(); i++) {
			checkLocal(origins.get(i), new PolicyKey("allowed-origins", i), findings);
		}
	}

	/**
	 * Checks the paths of all policies that govern.
	 */
	void check(List<Entry> governing) {
		checkActuator(governing);
		for (Entry entry : governing) {
			checkHandlers(entry);
		}
	}

	private void checkContextPath(String path, PolicyKey key, FindingCollector findings) {
		String context = this.facts.contextPath();
		if (context.isEmpty() || !(path.equals(context) || path.startsWith(context + "/"))) {
			return;
		}
		String rest = path.substring(context.length());
		findings.add(Rule.CONTEXT_PATH_IN_PATH, key, path,
				"starts with the context path " + context + ", which paths of policies leave out",
				"Write \"" + (rest.isEmpty() ? "/" : rest) + "\".");
	}

	private void checkLocal(String origin, PolicyKey key, FindingCollector findings) {
		if (isLoopback(origin)) {
			findings.add(Rule.LOCAL_ORIGIN_IN_PRODUCTION, key, origin,
					"is the visitor's own machine, and a profile for production is active",
					"Move the entry into the file of a profile for development.");
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

	private void checkActuator(List<Entry> governing) {
		PathExpression actuator = parse(this.facts.actuatorPath() + "/**");
		if (this.facts.actuatorPath().isEmpty() || actuator == null) {
			return;
		}
		for (Entry entry : governing) {
			boolean shielded = governing.stream()
				.anyMatch((other) -> other.path().covers(actuator) && other.path().compareTo(entry.path()) < 0);
			boolean reaches = entry.path().covers(actuator) || actuator.covers(entry.path());
			if (entry.mode() == PolicyMode.ENFORCE && reaches && !shielded) {
				entry.add(Rule.COVERS_ACTUATOR, "takes in the management endpoints below " + this.facts.actuatorPath(),
						"Write narrower paths, or add a policy with \"mode: deny\" for " + this.facts.actuatorPath()
								+ "/**, unless pages are meant to call them.");
			}
		}
	}

	private void checkHandlers(Entry entry) {
		List<String> names = this.facts.crossOriginHandlers()
			.stream()
			.filter((handler) -> meets(entry, handler))
			.map(CrossOriginHandler::name)
			.distinct()
			// Reflection has no order: a finding is the same at every start.
			.sorted()
			.toList();
		if (names.isEmpty()) {
			return;
		}
		String more = (names.size() > MAX_HANDLERS) ? " and " + (names.size() - MAX_HANDLERS) + " more" : "";
		entry.add(Rule.CROSS_ORIGIN_ANNOTATION_OVERRIDDEN,
				"governs handlers whose @CrossOrigin has no effect then: "
						+ String.join(", ", names.subList(0, Math.min(MAX_HANDLERS, names.size()))) + more,
				"Delete the annotation, or take its path out of the policy.");
	}

	private static boolean meets(Entry entry, CrossOriginHandler handler) {
		PathExpression path = parse(handler.path());
		return path != null && entry.path().meets(path);
	}

	/**
	 * Reads a pattern of request mapping, which knows more than paths of policies do: in
	 * place of what policies have no words for stands everything below it.
	 */
	private static @Nullable PathExpression parse(String path) {
		String tried = path;
		while (true) {
			try {
				return PathExpression.parse(tried);
			}
			catch (InvalidPathException ex) {
				String whole = tried.endsWith("/**") ? tried.substring(0, tried.length() - 3) : tried;
				if (whole.isEmpty()) {
					return null;
				}
				tried = whole.substring(0, Math.max(0, whole.lastIndexOf('/'))) + "/**";
			}
		}
	}

}
