package io.github.corsstarter.benchmarks.servlet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

import io.github.corsstarter.benchmarks.Policies;
import io.github.corsstarter.benchmarks.Size;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.cors.CorsConfiguration;

/**
 * The least that a filter for one policy can do: a floor to measure against, not to use.
 * It reads a path in one way only, so that another spelling gets around it. Nothing keeps
 * others from writing the same headers, or from replacing {@code Vary}. It knows no
 * wildcards, no bounds on what it reads, no repeated headers and no reasons.
 */
final class ThrowAwayFilter implements Filter {

	private static final int FORBIDDEN = 403;

	private static final int NO_CONTENT = 204;

	private static final byte[] REFUSED = "Refused".getBytes(StandardCharsets.UTF_8);

	private final String path;

	private final Set<String> origins;

	private final Set<String> methods;

	private final Set<String> headers;

	private final String methodList;

	private final String headerList;

	private final String exposed;

	private final String maxAge;

	ThrowAwayFilter(Size size) {
		this.path = Size.path(0) + "/";
		CorsConfiguration policy = Policies.configurations(size).get(this.path + "**");
		this.origins = Set.copyOf(policy.getAllowedOrigins());
		this.methods = Set.copyOf(policy.getAllowedMethods());
		this.headers = Set.copyOf(policy.getAllowedHeaders());
		this.methodList = String.join(",", policy.getAllowedMethods());
		this.headerList = String.join(",", policy.getAllowedHeaders());
		this.exposed = String.join(",", policy.getExposedHeaders());
		this.maxAge = String.valueOf(policy.getMaxAge());
	}

	@Override
	public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
			throws IOException, ServletException {
		HttpServletRequest request = (HttpServletRequest) servletRequest;
		HttpServletResponse response = (HttpServletResponse) servletResponse;
		if (!request.getRequestURI().startsWith(this.path)) {
			chain.doFilter(request, response);
			return;
		}
		String origin = request.getHeader("Origin");
		String method = request.getMethod();
		String requestedMethod = method.equals("OPTIONS") ? request.getHeader("Access-Control-Request-Method") : null;
		if (origin != null && requestedMethod != null) {
			answerPreflight(request, response, origin, requestedMethod);
			return;
		}
		response.addHeader("Vary", "Origin");
		if (origin != null && !"same-origin".equals(request.getHeader("Sec-Fetch-Site"))) {
			if (!this.origins.contains(origin) || !this.methods.contains(method)) {
				refuse(response);
				return;
			}
			response.setHeader("Access-Control-Allow-Origin", origin);
			response.setHeader("Access-Control-Allow-Credentials", "true");
			response.setHeader("Access-Control-Expose-Headers", this.exposed);
		}
		chain.doFilter(request, response);
	}

	private void refuse(HttpServletResponse response) throws IOException {
		response.setStatus(FORBIDDEN);
		response.setHeader("Cache-Control", "no-store");
		response.setContentType("text/plain;charset=UTF-8");
		response.setContentLength(REFUSED.length);
		response.getOutputStream().write(REFUSED);
	}

	private void answerPreflight(HttpServletRequest request, HttpServletResponse response, String origin,
			String requestedMethod) {
		response.addHeader("Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
		if (!this.origins.contains(origin) || !this.methods.contains(requestedMethod)
				|| !allows(request.getHeader("Access-Control-Request-Headers"))) {
			response.setStatus(FORBIDDEN);
			return;
		}
		response.setHeader("Access-Control-Allow-Origin", origin);
		response.setHeader("Access-Control-Allow-Credentials", "true");
		response.setHeader("Access-Control-Allow-Methods", this.methodList);
		response.setHeader("Access-Control-Allow-Headers", this.headerList);
		response.setHeader("Access-Control-Max-Age", this.maxAge);
		response.setStatus(NO_CONTENT);
	}

	@SuppressWarnings("StringSplitter") // As one writes that throws it away.
	private boolean allows(String names) {
		for (String name : names.split(",")) {
			if (!this.headers.contains(name.trim().toLowerCase(Locale.ROOT))) {
				return false;
			}
		}
		return true;
	}

}
