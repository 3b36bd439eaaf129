package io.github.corsstarter.sample.lab;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notes what arrives on Tomcat, in front of the filter that answers preflights.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ArrivalFilter extends OncePerRequestFilter {

	private final Arrivals arrivals;

	ArrivalFilter(Arrivals arrivals) {
		this.arrivals = arrivals;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		this.arrivals.note(request.getMethod(), request.getQueryString(),
				new ServletServerHttpRequest(request).getHeaders());
		chain.doFilter(request, response);
	}

}
