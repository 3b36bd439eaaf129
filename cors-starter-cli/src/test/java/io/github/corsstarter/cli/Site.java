package io.github.corsstarter.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/**
 * An application with policies, and what stands in front of it: who asks for
 * {@code localhost} meets the edge, and {@code 127.0.0.1} is the application itself.
 */
final class Site implements AutoCloseable {

	private final ConfigurableApplicationContext application;

	Site(String configuration) {
		this.application = new SpringApplicationBuilder(Application.class).logStartupInfo(false)
			.run("--server.port=0", "--server.address=127.0.0.1", "--spring.config.location=" + configuration,
					"--management.endpoints.web.exposure.include=cors");
	}

	String url() {
		return "http://localhost:" + port();
	}

	String direct() {
		return "http://127.0.0.1:" + port();
	}

	private String port() {
		return this.application.getEnvironment().getRequiredProperty("local.server.port");
	}

	/**
	 * Spoils what is answered from now on, and forgets what was asked.
	 */
	void spoil(Fault fault) {
		Edge edge = this.application.getBean(Edge.class);
		edge.fault = fault;
		edge.asked.clear();
	}

	/**
	 * The requests that came through the edge: the method, and what was sent as
	 * {@code Authorization}.
	 */
	List<String> asked() {
		return this.application.getBean(Edge.class).asked;
	}

	@Override
	public void close() {
		this.application.close();
	}

	/**
	 * What an edge may do to answers.
	 */
	enum Fault {

		NONE, HEADERS_STRIPPED, PREFLIGHTS_UNAUTHORIZED, ORIGIN_REFLECTED, VARY_STRIPPED

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		@Bean
		Edge edge() {
			return new Edge();
		}

		@Bean
		FilterRegistrationBean<Edge> edgeRegistration(Edge edge) {
			FilterRegistrationBean<Edge> registration = new FilterRegistrationBean<>(edge);
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
			return registration;
		}

	}

	static final class Edge implements Filter {

		private final List<String> asked = new CopyOnWriteArrayList<>();

		private volatile Fault fault = Fault.NONE;

		@Override
		public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
				throws IOException, ServletException {
			HttpServletRequest request = (HttpServletRequest) servletRequest;
			HttpServletResponse response = (HttpServletResponse) servletResponse;
			if (!request.getServerName().equals("localhost")) {
				chain.doFilter(request, response);
				return;
			}
			if (request.getDispatcherType() == DispatcherType.REQUEST) {
				this.asked.add(request.getMethod() + " " + request.getHeader("Authorization"));
			}
			String origin = request.getHeader("Origin");
			switch (this.fault) {
				case NONE -> chain.doFilter(request, response);
				case VARY_STRIPPED -> chain.doFilter(request, new Without("vary", response));
				case HEADERS_STRIPPED -> chain.doFilter(request, new Without("access-control-", response));
				case PREFLIGHTS_UNAUTHORIZED -> {
					if (request.getMethod().equals("OPTIONS")) {
						response.setHeader("WWW-Authenticate", "Basic");
						response.setStatus(401);
						return;
					}
					chain.doFilter(request, response);
				}
				case ORIGIN_REFLECTED -> {
					if (origin != null) {
						response.setHeader("Access-Control-Allow-Origin", origin);
						response.setHeader("Access-Control-Allow-Credentials", "true");
					}
					chain.doFilter(request, new Without("access-control-allow-", response));
				}
			}
		}

	}

	/**
	 * Lets some headers not be written.
	 */
	private static final class Without extends HttpServletResponseWrapper {

		private final String start;

		private Without(String start, HttpServletResponse response) {
			super(response);
			this.start = start;
		}

		private boolean isLeftOut(String name) {
			return name.toLowerCase(Locale.ROOT).startsWith(this.start);
		}

		@Override
		public void setHeader(String name, @Nullable String value) {
			if (!isLeftOut(name)) {
				super.setHeader(name, value);
			}
		}

		@Override
		public void addHeader(String name, @Nullable String value) {
			if (!isLeftOut(name)) {
				super.addHeader(name, value);
			}
		}

	}

}
