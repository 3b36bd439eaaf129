package io.github.corsstarter;

import java.util.Enumeration;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

/**
 * Decides about requests by the policies in force. All policies can be replaced at any
 * time, in one step: each decision is made by one set of policies alone.
 */
public final class CorsEngine {

	private final CorsObserver observer;

	private volatile CorsPolicyRegistry registry;

	/**
	 * Creates an engine.
	 * @param policies the policies to start with
	 * @param observer is told of every decision about a CORS request on a governed path
	 */
	public CorsEngine(CorsPolicySet policies, CorsObserver observer) {
		this.observer = observer;
		this.registry = new CorsPolicyRegistry(policies);
		observer.replaced(policies.policies());
	}

	/**
	 * Puts other policies in force. Requests that are under way keep what was decided.
	 * @param policies the policies
	 */
	public synchronized void replace(CorsPolicySet policies) {
		CorsPolicyRegistry registry = new CorsPolicyRegistry(policies);
		this.observer.replaced(policies.policies());
		this.registry = registry;
	}

	/**
	 * Returns the policies in force, by path.
	 * @return the registry, which never changes; another one takes its place at
	 * {@link #replace}
	 */
	public CorsPolicyRegistry registry() {
		return this.registry;
	}

	/**
	 * Returns the policies in force.
	 * @return policies and findings
	 */
	public CorsPolicySet policySet() {
		return this.registry.policySet();
	}

	/**
	 * Decides what a request gets. Policies of mode report-only have no say in it.
	 * @param request the request
	 * @param reader reads the request
	 * @param <R> the framework's request
	 * @return what to do
	 */
	public <R> CorsDecision decide(R request, CorsRequestReader<R> reader) {
		GoverningPolicy governing = this.registry.governing(reader.path(request), reader.pathOffset(request), request,
				reader);
		if (governing == null) {
			return CorsDecision.NO_POLICY;
		}
		CorsDecision decision = governing.decide(request, reader);
		tell(governing, decision, request, reader);
		return decision;
	}

	/**
	 * Decides what a request gets whose path has changed, as after a forward. The policy
	 * of the new path decides, so that no forward reaches a handler under another policy
	 * than the handler's own.
	 * @param request the request, with the path that it goes on under
	 * @param reader reads the request
	 * @param before what was decided about it so far, or {@link CorsDecision#NO_POLICY}
	 * @param <R> the framework's request
	 * @return what to do from now on; the same decision as before where no policy governs
	 * the new path, or where the same policy does
	 */
	public <R> CorsDecision decideAgain(R request, CorsRequestReader<R> reader, CorsDecision before) {
		GoverningPolicy governing = this.registry.governing(reader.path(request), reader.pathOffset(request), request,
				reader);
		if (governing == null) {
			return before;
		}
		CorsDecision decision = governing.decide(request, reader);
		if (decision != before) {
			tell(governing, decision, request, reader);
		}
		return decision;
	}

	/**
	 * Whether anybody is told what policies of mode report-only would have decided.
	 * @return {@code false} where {@link #report} does nothing
	 */
	public boolean reports() {
		return this.observer != CorsObserver.NONE && this.registry.reports();
	}

	/**
	 * Looks for a policy of mode report-only that has the path, and tells the observer
	 * what it would have decided. This is called before the request is handled.
	 * @param request the request
	 * @param reader reads the request
	 * @param <R> the framework's request
	 * @return what to {@linkplain #compare compare} the response with, or {@code null}
	 * where no policy reports, or where the request is no cross-origin request
	 */
	public <R> @Nullable ResponseComparison report(R request, CorsRequestReader<R> reader) {
		if (!reports()) {
			return null;
		}
		GoverningPolicy reporting = this.registry.reporting(reader.path(request), reader.pathOffset(request));
		if (reporting == null) {
			return null;
		}
		CorsDecision decision = reporting.decide(request, reader);
		tell(reporting, decision, request, reader);
		boolean crossOrigin = decision.outcome() == CorsOutcome.GRANTED || decision.outcome() == CorsOutcome.REFUSED;
		return crossOrigin ? ResponseComparison.of(reporting, decision, request, reader) : null;
	}

	/**
	 * Compares a response, and tells the observer where it differs.
	 * @param comparison what to compare with
	 * @param response the response, as it leaves
	 * @param reader reads all values of a header of the response, by its name
	 * @param <W> the framework's response
	 */
	public <W> void compare(ResponseComparison comparison, W response,
			BiFunction<W, String, Enumeration<String>> reader) {
		ResponseDifference difference = comparison.compare(response, reader);
		if (difference != null) {
			this.observer.differs(difference);
		}
	}

	/**
	 * Tells the observer that the application wanted to expose response headers that the
	 * governing policy does not expose.
	 * @param request the request, which the policy granted
	 * @param reader reads the request
	 * @param exposed the value of {@code Access-Control-Expose-Headers} that was kept
	 * from the response
	 * @param <R> the framework's request
	 */
	public <R> void notExposed(R request, CorsRequestReader<R> reader, String exposed) {
		GoverningPolicy governing = this.registry.governing(reader.path(request), reader.pathOffset(request), request,
				reader);
		ResponseDifference difference = (governing != null) ? ResponseComparison.exposed(governing, exposed) : null;
		if (difference != null) {
			this.observer.differs(difference);
		}
	}

	private <R> void tell(GoverningPolicy governing, CorsDecision decision, R request, CorsRequestReader<R> reader) {
		if (this.observer == CorsObserver.NONE || decision.outcome() == CorsOutcome.NO_ORIGIN) {
			return;
		}
		this.observer.decided(governing.policy(), decision);
		if (decision.reason() != null) {
			this.observer.refused(Refusal.of(governing, decision, request, reader));
		}
	}

}
