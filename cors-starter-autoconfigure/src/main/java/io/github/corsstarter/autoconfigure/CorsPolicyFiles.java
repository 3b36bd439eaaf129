package io.github.corsstarter.autoconfigure;

import java.util.List;
import java.util.Map;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.autoconfigure.inspect.EnvironmentFacts;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.InvalidCorsPolicyException;
import io.github.corsstarter.rules.Severity;

import org.springframework.core.env.Environment;

/**
 * Reads the policies of files, environment variables and other property sources for tests
 * and tools, which have no application. No context is started, and no class path is
 * searched.
 *
 * @param policies the policies without errors, with everything that was found about all
 * of them; no policy and no finding where {@code cors.enabled} is {@code false}
 * @param failOn the severity from which a finding would stop a start
 * @param locator tells where the policies are written
 */
public record CorsPolicyFiles(CorsPolicySet policies, Severity failOn, PropertyLocator locator) {

	/**
	 * Reads and compiles what is written below {@code cors}, as a start does. A wrong
	 * policy throws nothing: it is left out of the policies, and the findings say why.
	 * @param environment holds the configuration
	 * @return the policies
	 */
	public static CorsPolicyFiles load(Environment environment) {
		LoadedCorsPolicies loaded = new CorsPolicyLoader(environment, Map::of, new PublicSuffixes())
			.load(EnvironmentFacts.servlet(environment));
		return new CorsPolicyFiles(loaded.policies(), loaded.properties().failOn(), loaded);
	}

	/**
	 * Returns what was found about the policies.
	 * @return errors and warnings in the order of files and lines, each with its property
	 * and place
	 */
	public List<Finding> findings() {
		return this.policies.findings();
	}

	/**
	 * Returns what holds for all policies.
	 * @return the settings
	 */
	public CorsSettings settings() {
		return this.policies.settings();
	}

	/**
	 * Insists on policies with which an application would start.
	 * @return these policies
	 * @throws InvalidCorsPolicyException with every finding from {@code cors.fail-on} on,
	 * if there is one
	 */
	public CorsPolicyFiles orThrow() {
		LoadedCorsPolicies.throwFrom(this.failOn, findings());
		return this;
	}

}
