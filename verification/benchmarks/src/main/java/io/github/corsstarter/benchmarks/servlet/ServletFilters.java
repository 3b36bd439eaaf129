package io.github.corsstarter.benchmarks.servlet;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

import io.github.corsstarter.autoconfigure.servlet.CorsPolicyFilter;
import io.github.corsstarter.benchmarks.Observers;
import io.github.corsstarter.benchmarks.Policies;
import io.github.corsstarter.benchmarks.Side;
import io.github.corsstarter.benchmarks.Size;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;

import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Makes the servlet filters.
 */
final class ServletFilters {

	private ServletFilters() {
	}

	static Filter of(Side side, Size size) throws ServletException {
		return switch (side) {
			case EMPTY -> (request, response, chain) -> chain.doFilter(request, response);
			case OURS -> new CorsPolicyFilter(Policies.engine(size, Observers.none()));
			case METERED -> new CorsPolicyFilter(Policies.engine(size, Observers.metrics()));
			case OBSERVED -> new CorsPolicyFilter(Policies.engine(size, Observers.all()));
			case SPRING, SPRING_PARSED -> spring(size);
			case TOMCAT -> tomcat(size);
			case THROW_AWAY -> new ThrowAwayFilter(size);
		};
	}

	private static Filter spring(Size size) {
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.setCorsConfigurations(Policies.configurations(size));
		return new CorsFilter(source);
	}

	private static Filter tomcat(Size size) throws ServletException {
		Map<String, String> parameters = Policies.tomcatParameters(size);
		Filter filter = new org.apache.catalina.filters.CorsFilter();
		filter.init(new FilterConfig() {

			@Override
			public String getFilterName() {
				return "cors";
			}

			@Override
			public ServletContext getServletContext() {
				throw new UnsupportedOperationException();
			}

			@Override
			public String getInitParameter(String name) {
				return parameters.get(name);
			}

			@Override
			public Enumeration<String> getInitParameterNames() {
				return Collections.enumeration(parameters.keySet());
			}

		});
		return filter;
	}

}
