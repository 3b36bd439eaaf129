package io.github.corsstarter.autoconfigure.actuate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.autoconfigure.CorsPolicies;
import io.github.corsstarter.autoconfigure.adopt.suggest.CorsSuggester;
import io.github.corsstarter.autoconfigure.observe.RecentDifferences;
import io.github.corsstarter.autoconfigure.observe.RecentRefusals;
import io.github.corsstarter.explain.CorsExplainer;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.explain.RefusalText;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.rules.Finding;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.lang.Nullable;

/**
 * Shows the policies in force, what was found about them and what they refused, and
 * explains what would become of a request.
 */
@Endpoint(id = "cors")
// Boot 3.5 knows optional parameters by Spring's own annotation only.
@SuppressWarnings("deprecation")
public final class CorsEndpoint {

	private final CorsEngine engine;

	private final RecentRefusals refusals;

	private final RecentDifferences differences;

	private final PropertyLocator locator;

	private final CorsPolicies policies;

	private final String contextPath;

	private final CorsSuggester suggester;

	/**
	 * Creates an endpoint.
	 * @param engine holds the policies in force
	 * @param refusals holds what they refused
	 * @param differences holds where responses differed
	 * @param locator tells where configuration stands
	 * @param policies tells about the last refresh
	 * @param contextPath the application's context path or base path, without a slash at
	 * the end
	 * @param suggester puts the application's own CORS configuration into policies
	 */
	public CorsEndpoint(CorsEngine engine, RecentRefusals refusals, RecentDifferences differences,
			PropertyLocator locator, CorsPolicies policies, String contextPath, CorsSuggester suggester) {
		this.engine = engine;
		this.refusals = refusals;
		this.differences = differences;
		this.locator = locator;
		this.policies = policies;
		this.contextPath = contextPath;
		this.suggester = suggester;
	}

	/**
	 * Shows everything and, where a path or a console's text is given, explains a
	 * request.
	 * @param path the path or absolute URL to explain
	 * @param origin the page's origin
	 * @param method the method; GET where it is not given
	 * @param headers header names, or {@code name:value} where the value decides
	 * @param credentials {@code true} or {@code false}
	 * @param console the text of an error out of a browser's console; what it does not
	 * tell may be added by the other parameters, which go before what it tells
	 * @param suggest {@code true} to get the application's own CORS configuration as
	 * policies
	 * @return policies, findings, refusals and explanation
	 * @throws InvalidEndpointRequestException if a parameter cannot be read
	 */
	@ReadOperation
	public CorsDescriptor cors(@Nullable String path, @Nullable String origin, @Nullable String method,
			@Nullable List<String> headers, @Nullable String credentials, @Nullable String console,
			@Nullable String suggest) {
		RequestQuestion.Answer answer = new RequestQuestion(console, path, origin, method, headers, credentials)
			.answer(CorsExplainer.of(this.engine), this.locator, this.contextPath);
		Map<String, PolicyDescriptor> policies = new TreeMap<>();
		this.engine.policySet().policies().forEach((policy) -> policies.put(policy.name(), describe(policy)));
		CorsSettings settings = this.engine.policySet().settings();
		RefusalText text = RefusalText.forRecords(this.locator);
		List<Finding> findings = this.engine.policySet().findings();
		return new CorsDescriptor(policies, FindingDescriptor.first(findings), FindingDescriptor.dropped(findings),
				this.refusals.recent()
					.stream()
					.map((recent) -> RefusalDescriptor.of(recent, text.advice(recent.value())))
					.toList(),
				this.refusals.dropped(),
				this.differences.recent()
					.stream()
					.map((recent) -> DifferenceDescriptor.of(recent, this.locator))
					.toList(),
				settings.preflightStatus(), settings.debug(), this.contextPath, settings.caseSensitivePaths(),
				answer.console(), answer.explanation(),
				RequestQuestion.isTrue("suggest", suggest) ? this.suggester.suggest() : null,
				CorsDescriptor.ReloadDescriptor.of(this.policies.lastRefresh()));
	}

	/**
	 * Shows one policy.
	 * @param policy the policy's name
	 * @return the policy, or {@code null} if there is none of this name
	 */
	@ReadOperation
	@Nullable
	public PolicyDescriptor policy(@Selector String policy) {
		return this.engine.policySet()
			.policies()
			.stream()
			.filter((candidate) -> candidate.name().equals(policy))
			.map(this::describe)
			.findFirst()
			.orElse(null);
	}

	private PolicyDescriptor describe(CorsPolicy policy) {
		return PolicyDescriptor.of(policy.resolved(), this.locator);
	}

	/**
	 * Explains a request.
	 * @param path the path or absolute URL
	 * @param origin the page's origin
	 * @param method the method; GET where it is not given
	 * @param headers header names, or {@code name:value} where the value decides
	 * @param credentials {@code true} or {@code false}
	 * @return the explanation
	 * @throws InvalidEndpointRequestException if a parameter cannot be read
	 */
	public ExplanationDescriptor explain(String path, @Nullable String origin, @Nullable String method,
			@Nullable List<String> headers, @Nullable String credentials) {
		return Objects.requireNonNull(new RequestQuestion(null, path, origin, method, headers, credentials)
			.answer(CorsExplainer.of(this.engine), this.locator, this.contextPath)
			.explanation());
	}

}
