package io.github.corsstarter.autoconfigure.servlet;

import java.io.IOException;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.fetch.HeaderNames;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.servlet.FilterRegistrationBean;

/**
 * Carries out what the engine decides about servlet requests.
 */
public final class CorsPolicyFilter implements Filter {

	private static final String GUARD_ATTRIBUTE = GuardedResponse.class.getName();

	private final CorsEngine engine;

	/**
	 * Creates a filter.
	 * @param engine decides about requests
	 */
	public CorsPolicyFilter(CorsEngine engine) {
		this.engine = engine;
	}

	static FilterRegistrationBean<CorsPolicyFilter> register(CorsEngine engine, int order) {
		FilterRegistrationBean<CorsPolicyFilter> registration = new FilterRegistrationBean<>(
				new CorsPolicyFilter(engine));
		registration.setOrder(order);
		registration.setAsyncSupported(true);
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.FORWARD, DispatcherType.ASYNC,
				DispatcherType.ERROR);
		return registration;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (!(request instanceof HttpServletRequest httpRequest)
				|| !(response instanceof HttpServletResponse httpResponse)) {
			chain.doFilter(request, response);
			return;
		}
		ResponseWatch watch = ResponseWatch.of(httpRequest, this.engine);
		if (watch == null) {
			filter(httpRequest, httpResponse, chain);
		}
		else {
			watch.filter(httpRequest, httpResponse, (watched) -> filter(httpRequest, watched, chain));
		}
	}

	private void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (request.getDispatcherType() == DispatcherType.REQUEST) {
			begin(request, response, chain);
		}
		else {
			resume(request, response, chain);
		}
	}

	private void begin(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		CorsDecision decision = this.engine.decide(request, ServletCorsRequestReader.INSTANCE);
		if (decision == CorsDecision.NO_POLICY) {
			chain.doFilter(request, response);
			return;
		}
		String origin = echoedOrigin(decision, request);
		if (decision.proceeds()) {
			GuardedResponse guarded = new GuardedResponse(response, request, this.engine, decision, origin);
			guarded.apply();
			request.setAttribute(GUARD_ATTRIBUTE, guarded);
			chain.doFilter(new GuardedRequest(request, guarded), guarded);
			return;
		}
		GuardedResponse.apply(response, decision, origin);
		answer(response, decision);
	}

	private static @Nullable String echoedOrigin(CorsDecision decision, HttpServletRequest request) {
		// As it was read for the decision: a wrapper could give another one to
		// getHeader().
		return decision.echoesOrigin() ? request.getHeaders(HeaderNames.ORIGIN).nextElement() : null;
	}

	private static void answer(HttpServletResponse response, CorsDecision decision) throws IOException {
		response.setStatus(decision.status());
		byte[] body = decision.body();
		if (body.length > 0) {
			response.setContentType("text/plain;charset=UTF-8");
			response.setContentLength(body.length);
			response.getOutputStream().write(body);
		}
	}

	/**
	 * Goes on with a request that was dispatched once more. The policy of the path counts
	 * that it goes on under. What was decided about it holds for the error page, too, for
	 * which the container hands out its bare response.
	 */
	private void resume(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		GuardedResponse guard = (GuardedResponse) request.getAttribute(GUARD_ATTRIBUTE);
		CorsDecision before = (guard != null) ? guard.decision() : CorsDecision.NO_POLICY;
		CorsDecision decision = mayDiffer(request, guard)
				? this.engine.decideAgain(request, ServletCorsRequestReader.INSTANCE, before) : before;
		if (decision == CorsDecision.NO_POLICY) {
			chain.doFilter(request, response);
			return;
		}
		GuardedResponse inside = GuardedResponse.find(response);
		GuardedResponse guarded = (inside != null) ? inside : guardOnceMore(request, response, guard);
		if (decision != before) {
			guarded.redecide(decision, echoedOrigin(decision, request));
			request.setAttribute(GUARD_ATTRIBUTE, guarded);
		}
		HttpServletResponse outer = (inside != null) ? response : guarded;
		if (decision.proceeds()) {
			chain.doFilter(GuardedRequest.isGuarded(request) ? request : new GuardedRequest(request, guarded), outer);
		}
		else if (!outer.isCommitted()) {
			// Something may have been written under the other path.
			outer.reset();
			answer(outer, decision);
		}
	}

	/**
	 * Jetty drops {@code Vary} on the way to an error page, and Boot's filter for error
	 * pages drops everything.
	 */
	private GuardedResponse guardOnceMore(HttpServletRequest request, HttpServletResponse response,
			@Nullable GuardedResponse guard) {
		GuardedResponse guarded = (guard != null) ? guard.over(response)
				: new GuardedResponse(response, request, this.engine, CorsDecision.NO_POLICY, null);
		guarded.apply();
		return guarded;
	}

	/**
	 * Whether another decision may be due. Nothing was decided yet where a filter in
	 * front sent the request on, or let it wait.
	 */
	private static boolean mayDiffer(HttpServletRequest request, @Nullable GuardedResponse guard) {
		return !isError(request) && (guard == null || isElsewhere(request));
	}

	/**
	 * Whether the request goes on to an error page. Boot's filter for error pages, which
	 * stands in front of this one in an application server, forwards to them.
	 */
	static boolean isError(HttpServletRequest request) {
		return request.getDispatcherType() == DispatcherType.ERROR
				|| request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null;
	}

	private static boolean isElsewhere(HttpServletRequest request) {
		Object uri = request.getAttribute(AsyncContext.ASYNC_REQUEST_URI);
		return request.getDispatcherType() == DispatcherType.FORWARD
				|| (uri != null && !uri.equals(request.getRequestURI()));
	}

}
