package io.github.corsstarter.integration;

import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Jersey maps paths on its own, a slash at the end or none: no spelling of them reaches a
 * resource under another policy than its own.
 */
class JerseyTests {

	private static final String SHOP = "https://shop.example.com";

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "JETTY" })
	void getWhenResourceIsSpelledInAnotherWayShouldBeRefused(Stack stack) {
		List<String> handled = new ArrayList<>();
		try (Application application = Application.start(stack, """
				cors:
				  defaults.allowed-origins: https://shop.example.com
				  policies:
				    wide: { paths: ["/**"] }
				    strict: { paths: [/api/admin/secret], mode: deny }
				""", Jersey.class)) {
			for (String end : new String[] { "", "/", "//", "/;x", ";x", "/.", "%2F", "/;x/" }) {
				String path = "/api/admin/secret" + end;
				if (application.get(path).send().body().contains("handled")) {
					handled.add(end);
				}
				assertThat(application.get(path).origin(SHOP).send().body()).as(path).doesNotContain("handled");
			}
		}
		// Else nothing was tried.
		assertThat(handled).contains("", "/");
	}

	@Configuration(proxyBeanMethods = false)
	static class Jersey {

		@Bean
		ServletRegistrationBean<ServletContainer> jersey() {
			return new ServletRegistrationBean<>(new ServletContainer(new ResourceConfig(Secret.class)), "/api/*");
		}

	}

	/**
	 * What Jersey serves.
	 */
	@Path("/admin/secret")
	public static class Secret {

		@GET
		public String get() {
			return "secret handled";
		}

	}

}
