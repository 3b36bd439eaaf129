package io.github.corsstarter.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.autoconfigure.inspect.ApplicationFacts;
import io.github.corsstarter.autoconfigure.inspect.ApplicationRules;
import io.github.corsstarter.autoconfigure.inspect.RouteRules;
import io.github.corsstarter.autoconfigure.properties.CorsProperties;
import io.github.corsstarter.autoconfigure.properties.PropertyBinding;
import io.github.corsstarter.policy.CorsPolicySource;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.rules.AcceptedWarnings;
import io.github.corsstarter.rules.Finding;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * Reads the policies of all sources and compiles them: the one way in which
 * {@code cors.*} is read, at the start and later on.
 */
final class CorsPolicyLoader {

	private final Environment environment;

	private final Supplier<Map<String, CorsPolicySource>> sources;

	private final PublicSuffixes publicSuffixes;

	/**
	 * Creates a loader.
	 * @param environment holds the configuration
	 * @param sources supply policies from code, by the names of their beans
	 * @param publicSuffixes is asked while policies are compiled
	 */
	CorsPolicyLoader(Environment environment, Supplier<Map<String, CorsPolicySource>> sources,
			PublicSuffixes publicSuffixes) {
		this.environment = environment;
		this.sources = sources;
		this.publicSuffixes = publicSuffixes;
	}

	/**
	 * Loads the policies that are written now, wrong ones among them.
	 * @param facts what is known of the application
	 * @return the policies, none where {@code cors.enabled} is {@code false}
	 */
	LoadedCorsPolicies load(ApplicationFacts facts) {
		PropertyBinding binding = PropertyBinding.of(this.environment);
		List<SuppliedPolicy> supplied = binding.properties().enabled() ? supplied(binding.properties()) : List.of();
		return check(binding, supplied, admit(binding.properties(), supplied, facts.pathMatching().caseSensitive()),
				facts);
	}

	/**
	 * Checks policies again, as more is known of the application. Nothing is read again;
	 * the policies are compiled again only where that makes a difference to paths.
	 * @param loaded the policies
	 * @param facts what is known of the application by now
	 * @return the same policies for that application
	 */
	LoadedCorsPolicies check(LoadedCorsPolicies loaded, ApplicationFacts facts) {
		boolean compiled = loaded.policies().settings().caseSensitivePaths() == facts.pathMatching().caseSensitive();
		AdmittedPolicies admitted = compiled ? loaded.admitted()
				: admit(loaded.properties(), loaded.supplied(), facts.pathMatching().caseSensitive());
		return check(loaded.binding(), loaded.supplied(), admitted, facts);
	}

	private List<SuppliedPolicy> supplied(CorsProperties properties) {
		CorsPolicySpec defaults = properties.defaults().toDefaults();
		List<SuppliedPolicy> supplied = new ArrayList<>();
		this.sources.get().forEach((bean, source) -> {
			String prefix = supplied(bean, "pathPrefix()", source.pathPrefix());
			supplied(bean, "policies()", source.policies()).forEach((spec) -> supplied
				.add(new SuppliedPolicy(bean, supplied(bean, "a policy of policies()", spec).or(defaults), prefix)));
		});
		return supplied;
	}

	private static <T> T supplied(String bean, String what, @Nullable T value) {
		if (value == null) {
			throw new IllegalStateException("CorsPolicySource \"" + bean + "\": " + what + " is null");
		}
		return value;
	}

	private AdmittedPolicies admit(CorsProperties properties, List<SuppliedPolicy> supplied,
			boolean caseSensitivePaths) {
		CorsSettings settings = new CorsSettings(properties.preflightStatus(), properties.debug(), caseSensitivePaths,
				this.publicSuffixes);
		List<CorsPolicySpec> configured = specs(properties);
		try {
			if (supplied.isEmpty()) {
				return AdmittedPolicies.configured(configured, CorsPolicySet.compile(configured, settings));
			}
			return new PolicyAdmission(configured, (specs) -> CorsPolicySet.compile(specs, settings)).admit(supplied);
		}
		finally {
			this.publicSuffixes.forget();
		}
	}

	private static List<CorsPolicySpec> specs(CorsProperties properties) {
		if (!properties.enabled()) {
			return List.of();
		}
		CorsPolicySpec defaults = properties.defaults().toDefaults();
		List<CorsPolicySpec> specs = new ArrayList<>();
		properties.policies().forEach((name, policy) -> specs.add(policy.toSpec(name).or(defaults)));
		return specs;
	}

	/**
	 * Returns what is accepted: by the policies, and by the defaults what is no matter of
	 * one policy.
	 */
	private static AcceptedWarnings accepted(AdmittedPolicies admitted, CorsProperties properties) {
		List<CorsPolicySpec> specs = new ArrayList<>(admitted.specs());
		specs.add(properties.defaults().toDefaults());
		return AcceptedWarnings.of(specs);
	}

	private static LoadedCorsPolicies check(PropertyBinding binding, List<SuppliedPolicy> supplied,
			AdmittedPolicies admitted, ApplicationFacts facts) {
		CorsProperties properties = binding.properties();
		if (!properties.enabled()) {
			return new LoadedCorsPolicies(binding, supplied, admitted, admitted.policies(), List.of());
		}
		List<Finding> configured = new ArrayList<>();
		List<Finding> fromCode = new ArrayList<>();
		List<Finding> found = new ArrayList<>(admitted.policies().findings());
		found.addAll(ApplicationRules.check(admitted.specs(), properties.debug(), properties.lab().enabled(), facts));
		for (Finding finding : accepted(admitted, properties).mark(found)) {
			(admitted.isFromCode(finding) ? fromCode : configured).add(finding);
		}
		List<Finding> located = binding.locate(configured);
		List<Finding> all = new ArrayList<>(located);
		all.addAll(admitted.locate(fromCode));
		CorsPolicySet policies = admitted.policies()
			.withFindings(all)
			.withUngovernedRoutes(RouteRules.ungovernedRoutes(facts));
		return new LoadedCorsPolicies(binding, supplied, admitted, policies, located);
	}

}
