package io.github.corsstarter.lab.answers;

import java.util.Arrays;
import java.util.List;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.autoconfigure.CorsPolicyFiles;
import io.github.corsstarter.edge.EdgeConfiguration;
import io.github.corsstarter.edge.EdgeFile;
import io.github.corsstarter.edge.EdgeFinding;
import io.github.corsstarter.edge.EdgeOptions;
import io.github.corsstarter.edge.EdgeOutput;
import io.github.corsstarter.edge.EdgeTarget;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.rules.InvalidCorsPolicyException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * How are the policies in force said to what stands in front of the application? The
 * input is a target's name, or the empty text for the names of all. With the text of an
 * {@code application.yml} in the lines behind the name it is about the policies with
 * which that would start.
 */
final class EdgeQuestion implements Questions.Question {

	private final CorsEngine engine;

	private final EdgeOptions options;

	EdgeQuestion(CorsEngine engine, PropertyLocator locator, String contextPath) {
		this.engine = engine;
		this.options = EdgeOptions.DEFAULTS.withBasePath(contextPath).withLocator(locator).withFindings();
	}

	@Override
	public OperationResponseBody answer(String input) {
		List<Target> targets = Arrays.stream(EdgeTarget.values()).map(Target::of).toList();
		if (input.isEmpty()) {
			return new Answer(targets, List.of(), List.of());
		}
		String[] parts = input.split("\n", 2);
		EdgeTarget target = Arrays.stream(EdgeTarget.values())
			.filter((each) -> each.id().equals(parts[0]))
			.findFirst()
			.orElseThrow(() -> new InvalidEndpointRequestException(
					"The targets are: " + String.join(", ", targets.stream().map(Target::id).toList()),
					"Unknown target"));
		EdgeOutput output = (parts.length > 1) ? write(target, Draft.read(parts[1]))
				: write(target, this.engine.policySet(), this.options);
		return new Answer(targets, output.files(), output.findings().stream().map(Unsaid::of).toList());
	}

	private EdgeOutput write(EdgeTarget target, CorsPolicyFiles draft) {
		boolean caseSensitivePaths = this.engine.policySet().settings().caseSensitivePaths();
		return write(target, draft.policies(),
				this.options.withLocator(draft.locator()).withCaseSensitivePaths(caseSensitivePaths));
	}

	private static EdgeOutput write(EdgeTarget target, CorsPolicySet policies, EdgeOptions options) {
		try {
			return EdgeConfiguration.of(policies, options).to(target);
		}
		catch (InvalidCorsPolicyException ex) {
			throw new InvalidEndpointRequestException(
					"Nothing can be written as long as a policy is left out for its errors: " + ex.getMessage(),
					"Invalid policy", ex);
		}
	}

	/**
	 * The answer.
	 *
	 * @param targets all targets
	 * @param files what is written for the one that was asked for
	 * @param findings what that one cannot say
	 */
	record Answer(List<Target> targets, List<EdgeFile> files, List<Unsaid> findings) implements OperationResponseBody {
	}

	/**
	 * A target.
	 *
	 * @param id its name
	 * @param exactness how much of a policy it can say
	 */
	record Target(String id, String exactness) {

		static Target of(EdgeTarget target) {
			return new Target(target.id(), target.exactness().code());
		}

	}

	/**
	 * What a target cannot say.
	 *
	 * @param rule the rule's name
	 * @param policy the policy, which the target refuses
	 * @param property the property to change
	 * @param value its value
	 * @param source where it is written, or {@code null}
	 * @param message why it cannot be said
	 * @param advice what to do
	 */
	record Unsaid(String rule, String policy, String property, String value, @Nullable String source, String message,
			String advice) {

		static Unsaid of(EdgeFinding finding) {
			return new Unsaid(finding.rule().id(), finding.policy(), finding.property(), finding.value(),
					finding.source(), finding.message(), finding.advice());
		}

	}

}
