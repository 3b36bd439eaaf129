package io.github.corsstarter.autoconfigure.servlet;

import java.io.IOException;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.Vary;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

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
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
		return registration;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (!(request instanceof HttpServletRequest httpRequest)
				|| !(response instanceof HttpServletResponse httpResponse)) {
			chain.doFilter(request, response);
		}
		else if (request.getDispatcherType() != DispatcherType.REQUEST) {
			resume(httpRequest, httpResponse, chain);
		}
		else {
			filter(httpRequest, httpResponse, chain);
		}
	}

	private void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		CorsDecision decision = this.engine.decide(request, ServletCorsRequestAccessor.INSTANCE);
		if (decision == CorsDecision.NO_POLICY) {
			chain.doFilter(request, response);
			return;
		}
		// As it was read for the decision: a wrapper could give another one to
		// getHeader().
		String origin = decision.echoesOrigin() ? request.getHeaders(HeaderNames.ORIGIN).nextElement() : null;
		if (decision.proceeds()) {
			GuardedResponse guarded = new GuardedResponse(response, decision, origin);
			guarded.apply();
			request.setAttribute(GUARD_ATTRIBUTE, guarded);
			chain.doFilter(request, guarded);
			return;
		}
		GuardedResponse.apply(response, decision, origin);
		answer(response, decision);
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
	 * Goes on with a request that was decided about: what was decided holds for the error
	 * page, too, for which the container hands out its bare response. Jetty drops
	 * {@code Vary} on the way there.
	 */
	private static void resume(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (request.getAttribute(GUARD_ATTRIBUTE) instanceof GuardedResponse guard && !guard.guards(response)) {
			GuardedResponse guarded = guard.over(response);
			guarded.apply();
			chain.doFilter(request, guarded);
			return;
		}
		chain.doFilter(request, response);
	}

}
