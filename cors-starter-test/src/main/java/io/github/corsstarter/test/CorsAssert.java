package io.github.corsstarter.test;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.CorsOutcome;
import io.github.corsstarter.GoverningPolicy;
import io.github.corsstarter.RefusalReason;
import io.github.corsstarter.edge.EdgeTarget;
import io.github.corsstarter.explain.CorsExplainer;
import io.github.corsstarter.explain.CorsExplanation;
import io.github.corsstarter.explain.CorsQuery;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

/**
 * Assertion about what becomes of a page's request. It fails with the explanation that
 * {@code /actuator/cors} would give.
 */
public final class CorsAssert extends AbstractAssert<CorsAssert, WrittenPolicies> {

	private final List<String> headers = new ArrayList<>();

	private @Nullable String origin;

	private String method = "GET";

	private String path = "/";

	private boolean credentials;

	CorsAssert(WrittenPolicies policies) {
		super(policies, CorsAssert.class);
	}

	/**
	 * Sets where the page comes from.
	 * @param origin the page's origin, as a browser shows it in the console
	 * @return this
	 */
	public CorsAssert from(String origin) {
		this.origin = origin;
		return this;
	}

	/**
	 * Sets what the page requests.
	 * @param method the method
	 * @param path a path below the application's context path, or an absolute URL, which
	 * settles whether the page is one of the application's own
	 * @return this
	 */
	public CorsAssert to(HttpMethod method, String path) {
		return to(method.name(), path);
	}

	/**
	 * Sets what the page requests.
	 * @param method the method, as the page writes it
	 * @param path a path below the application's context path, or an absolute URL, which
	 * settles whether the page is one of the application's own
	 * @return this
	 */
	public CorsAssert to(String method, String path) {
		this.method = method;
		this.path = path;
		return this;
	}

	/**
	 * Adds headers that the page sets.
	 * @param headers names, or {@code name:value} where the value decides, as
	 * {@code content-type:application/json}
	 * @return this
	 */
	public CorsAssert withHeaders(String... headers) {
		this.headers.addAll(List.of(headers));
		return this;
	}

	/**
	 * Lets the page ask for credentials, as {@code fetch} does with
	 * {@code credentials: "include"}.
	 * @return this
	 */
	public CorsAssert withCredentials() {
		this.credentials = true;
		return this;
	}

	/**
	 * Verifies that a policy allows the request, and that the page gets to see the
	 * response.
	 * @return this
	 */
	public CorsAssert isGranted() {
		CorsExplanation explanation = explanation();
		if (explanation.outcome() != CorsOutcome.GRANTED || !isAccepted(explanation)) {
			fail("to be granted", explanation);
		}
		return this;
	}

	/**
	 * Verifies that a policy refuses the request.
	 * @return this
	 */
	public CorsAssert isRefused() {
		CorsExplanation explanation = explanation();
		if (explanation.outcome() != CorsOutcome.REFUSED) {
			fail("to be refused", explanation);
		}
		return this;
	}

	/**
	 * Verifies that a policy refuses the request.
	 * @param reason why it does
	 * @return this
	 */
	public CorsAssert isRefused(RefusalReason reason) {
		CorsExplanation explanation = explanation();
		if (explanation.reason() != reason) {
			fail("to be refused (" + reason.code() + ")", explanation);
		}
		return this;
	}

	/**
	 * Verifies that the page does not get to see the response, be the request refused by
	 * a policy, or granted but blocked by the browser, or governed by none.
	 * @return this
	 */
	public CorsAssert isBlocked() {
		CorsExplanation explanation = explanation();
		if (isAccepted(explanation)) {
			fail("to be blocked by the browser", explanation);
		}
		return this;
	}

	/**
	 * Verifies that no policy governs the path.
	 * @return this
	 */
	public CorsAssert isNotGoverned() {
		CorsExplanation explanation = explanation();
		if (explanation.governing() != null) {
			fail("to be governed by no policy", explanation);
		}
		return this;
	}

	/**
	 * Verifies which policy governs the path.
	 * @param policy the policy's name
	 * @return this
	 */
	public CorsAssert isGovernedBy(String policy) {
		CorsExplanation explanation = explanation();
		GoverningPolicy governing = explanation.governing();
		if (governing == null || !policy.equals(governing.policy().name())) {
			fail("to be governed by the policy " + policy, explanation);
		}
		return this;
	}

	/**
	 * Verifies that the browser asks before it sends the request.
	 * @return this
	 */
	public CorsAssert needsPreflight() {
		CorsExplanation explanation = explanation();
		if (!explanation.preflight().required()) {
			fail("to need a preflight", explanation);
		}
		return this;
	}

	/**
	 * Verifies that the browser sends the request without asking before.
	 * @return this
	 */
	public CorsAssert needsNoPreflight() {
		CorsExplanation explanation = explanation();
		if (explanation.preflight().required()) {
			fail("to need no preflight", explanation);
		}
		return this;
	}

	/**
	 * Begins an assertion about the files that say the policies to an edge.
	 * @param target what stands in front of the application
	 * @return what is to be said where the files are
	 */
	public EdgeAssert edge(EdgeTarget target) {
		return new EdgeAssert(this.actual, target);
	}

	/**
	 * Returns the whole explanation, for assertions of one's own.
	 * @return what becomes of the request
	 */
	public CorsExplanation explanation() {
		CorsQuery query = CorsQuery.to(this.path)
			.from(this.origin)
			.method(this.method)
			.headers(this.headers)
			.credentials(this.credentials);
		return CorsExplainer.of(this.actual.engine()).explain(query, this.actual.locator());
	}

	private static boolean isAccepted(CorsExplanation explanation) {
		return explanation.objection() == null;
	}

	private void fail(String expectation, CorsExplanation explanation) {
		failWithMessage("%s", FailureText.of(request(), expectation, explanation));
	}

	private String request() {
		return this.method + " " + this.path + ((this.origin != null) ? " from " + this.origin : " without an origin")
				+ (this.headers.isEmpty() ? "" : ", with the headers " + String.join(", ", this.headers))
				+ (this.credentials ? ", with credentials" : "");
	}

}
