package io.github.corsstarter.integration.edge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.edge.EdgeConfiguration;
import io.github.corsstarter.edge.EdgeOptions;
import io.github.corsstarter.edge.EdgeTarget;
import io.github.corsstarter.integration.Application;
import io.github.corsstarter.integration.Http;
import io.github.corsstarter.integration.Stack;
import io.github.corsstarter.policy.CorsPolicySource;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cases of the protocol through nginx to an application whose starter stays on: both
 * decide by the same policies, and no header leaves twice.
 */
class EdgeInFrontOfStarterTests {

	@TempDir
	private Path directory;

	@Test
	void edgeWhenStarterStaysOnBehindItShouldAnswerAsEither() {
		Server.NGINX.require();
		Map<String, String> failures = new LinkedHashMap<>();
		try (Application application = Application.start(Stack.TOMCAT, "", Policies.class);
				Edge edge = Edge.start(Server.NGINX, this.directory,
						EdgeConfiguration.of(EdgeConformanceTests.POLICIES, EdgeOptions.DEFAULTS)
							.to(EdgeTarget.NGINX)
							.files(),
						application.port(), Place.NONE)) {
			for (Vector vector : Vector.ALL) {
				try {
					vector.verify(vector.request(edge.port()).send());
				}
				catch (AssertionError ex) {
					failures.put(vector.id(), ex.getMessage());
				}
			}
		}
		EdgeConformanceTests.MISSED.getOrDefault(Server.NGINX, Map.of()).keySet().forEach(failures::remove);
		assertThat(failures).isEmpty();
	}

	@Configuration(proxyBeanMethods = false)
	static class Policies {

		@Bean
		CorsPolicySource policies() {
			return () -> Vector.ALL.stream().flatMap((vector) -> vector.specs().stream()).toList();
		}

		@Bean
		ServletRegistrationBean<HttpServlet> handler() {
			return new ServletRegistrationBean<>(new Handler(), "/*");
		}

	}

	private static final class Handler extends HttpServlet {

		private static final long serialVersionUID = 1L;

		@Override
		protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
			Vector vector = Vector.ofPath(request.getRequestURI());
			List<Http.Field> written = vector.written();
			written.forEach((field) -> response.addHeader(field.name(), field.value()));
			response.addHeader(Upstream.RAN, "yes");
			response.setStatus(vector.handlerStatus());
			response.getWriter().write("handled");
		}

	}

}
