package io.github.corsstarter.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.autoconfigure.diagnostics.FindingLogger;
import io.github.corsstarter.autoconfigure.inspect.ApplicationInspector;
import io.github.corsstarter.autoconfigure.inspect.EnvironmentFacts;
import io.github.corsstarter.autoconfigure.properties.CorsProperties;
import io.github.corsstarter.autoconfigure.properties.PropertyBinding;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.rules.ApplicationFacts;
import io.github.corsstarter.rules.ApplicationFacts.CrossOriginHandler;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.InvalidCorsPolicyException;
import io.github.corsstarter.rules.Severity;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * Reads the policies out of the environment and compiles them: the one way in which
 * {@code cors.*} is read, at the start and later on.
 */
final class CorsPolicyLoader {

	private final Environment environment;

	private final EnvironmentFacts environmentFacts;

	private final PublicSuffixes publicSuffixes;

	private final FindingLogger findingLog = new FindingLogger();

	private final PolicySources policySources;

	// Read while requests wait, and never locked: a load may be waiting for a database.
	private volatile @Nullable LoadedCorsPolicies current;

	private boolean caseSensitivePaths = true;

	private String methodOverrideFilter = "";

	private List<CrossOriginHandler> crossOriginHandlers = List.of();

	CorsPolicyLoader(Environment environment, EnvironmentFacts environmentFacts, PublicSuffixes publicSuffixes,
			PolicySources policySources) {
		this.publicSuffixes = publicSuffixes;
		this.environment = environment;
		this.environmentFacts = environmentFacts;
		this.policySources = policySources;
	}

	/**
	 * Returns a loader for what is configured, where there is no web application: in a
	 * test, say.
	 * @param environment holds the configuration
	 * @return a loader
	 */
	static CorsPolicyLoader of(Environment environment) {
		return new CorsPolicyLoader(environment, new EnvironmentFacts(environment, "server.servlet.context-path"),
				new PublicSuffixes(), PolicySources.NONE);
	}

	/**
	 * Loads the policies that are written now.
	 * @return the policies, none where {@code cors.enabled} is {@code false}, with the
	 * warnings about them
	 * @throws InvalidCorsPolicyException with everything that is wrong with what is
	 * configured, each with the place where it stands; also with warnings where
	 * {@code cors.fail-on} says so
	 */
	synchronized LoadedCorsPolicies load() {
		LoadedCorsPolicies loaded = read();
		failOn(loaded.properties().failOn(), loaded.findings());
		this.current = loaded;
		return loaded;
	}

	/**
	 * Returns what was loaded last without an error.
	 * @return the policies that are in force, if whoever loads them puts them in force
	 */
	LoadedCorsPolicies current() {
		LoadedCorsPolicies current = this.current;
		return (current != null) ? current : load();
	}

	/**
	 * Logs the warnings about the policies that were loaded last, each once.
	 */
	synchronized void logFindings() {
		this.findingLog.log(current().policies().findings());
	}

	/**
	 * Takes in what the application maps, and how.
	 * @return whether policies loaded before are to be loaded again for it
	 */
	synchronized boolean inspect(List<ApplicationInspector> inspectors) {
		int order = current().properties().filterOrder();
		for (ApplicationInspector inspector : inspectors) {
			this.caseSensitivePaths &= inspector.caseSensitivePaths();
			this.crossOriginHandlers = inspector.crossOriginHandlers();
			this.methodOverrideFilter = inspector.methodOverrideFilter(order);
		}
		return !this.caseSensitivePaths || !this.crossOriginHandlers.isEmpty() || !this.methodOverrideFilter.isEmpty();
	}

	/**
	 * Reads the policies that are written now, wrong ones among them.
	 */
	LoadedCorsPolicies read() {
		PropertyBinding binding = PropertyBinding.of(this.environment);
		CorsProperties properties = binding.properties();
		if (!properties.enabled()) {
			return new LoadedCorsPolicies(CorsPolicySet.compile(List.of(), settings(properties)), List.of(), properties,
					binding.locations(), Map.of());
		}
		AdmittedPolicies admitted = compile(properties);
		List<Finding> found = new ArrayList<>(admitted.findings());
		found.addAll(this.environmentFacts.checkLab(properties.lab().enabled()));
		List<Finding> configured = binding.locate(found);
		List<Finding> all = new ArrayList<>(configured);
		all.addAll(admitted.findingsFromCode());
		return new LoadedCorsPolicies(admitted.policies().withFindings(all), configured, properties,
				binding.locations(), admitted.beans());
	}

	private AdmittedPolicies compile(CorsProperties properties) {
		CorsPolicySpec defaults = properties.defaults().toSpec();
		List<CorsPolicySpec> specs = properties.policies()
			.entrySet()
			.stream()
			.map((policy) -> policy.getValue().toSpec(policy.getKey()).or(defaults))
			.toList();
		ApplicationFacts facts = this.environmentFacts.read(this.methodOverrideFilter, this.crossOriginHandlers);
		try {
			CorsSettings settings = settings(properties);
			return new PolicyAdmission(specs, (all) -> CorsPolicySet.compile(all, settings, facts))
				.admit(this.policySources.read(defaults));
		}
		finally {
			this.publicSuffixes.forget();
		}
	}

	private CorsSettings settings(CorsProperties properties) {
		return new CorsSettings(properties.preflightStatus(), properties.debug(), this.caseSensitivePaths,
				this.publicSuffixes);
	}

	static void failOn(Severity severity, List<Finding> findings) {
		List<Finding> failures = findings.stream()
			.filter((finding) -> finding.severity().compareTo(severity) <= 0)
			.toList();
		if (!failures.isEmpty()) {
			throw new InvalidCorsPolicyException(failures);
		}
	}

}
