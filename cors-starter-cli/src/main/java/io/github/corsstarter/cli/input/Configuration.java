package io.github.corsstarter.cli.input;

import java.util.List;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.autoconfigure.actuate.FindingDescriptor;
import io.github.corsstarter.cli.output.FindingText;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.rules.Severity;

/**
 * Policies, and what is known about them.
 *
 * @param policies the policies without errors
 * @param findings what was found about all of them
 * @param failOn the severity from which a finding would stop a start
 * @param locator tells where the policies are written
 * @param basePath the application's context path or base path, without a slash at the end
 * @param description what the policies were read from, such as
 * {@code application.yml (profile production)}
 * @param running whether they come from a running application, which has asked every rule
 * @param notes what else a reader should know, a sentence each
 */
public record Configuration(CorsPolicySet policies, List<FindingDescriptor> findings, Severity failOn,
		PropertyLocator locator, String basePath, String description, boolean running, List<String> notes) {

	/**
	 * Creates a configuration.
	 */
	public Configuration {
		findings = List.copyOf(findings);
		notes = List.copyOf(notes);
	}

	/**
	 * Insists on policies with which an application starts.
	 * @return this configuration
	 * @throws UnusableInputException if a finding would stop the start
	 */
	public Configuration orThrow() {
		List<FindingDescriptor> failures = this.running ? List.of() : FindingText.from(this.failOn, this.findings);
		if (!failures.isEmpty()) {
			throw new UnusableInputException("The policies of " + this.description + " would not start:\n\n"
					+ FindingText.of(failures) + "\n\nMend them first; the command check looks at them alone.");
		}
		return this;
	}

	/**
	 * Returns an engine.
	 * @return the engine that decides by these policies
	 */
	public CorsEngine engine() {
		return new CorsEngine(this.policies, CorsObserver.NONE);
	}

}
