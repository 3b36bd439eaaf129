package io.github.corsstarter.integration;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where an application maps paths without case, every character that Spring takes for one
 * of a path counts as that one: the long s for s, the dotless i for i.
 */
@ParameterizedClass
@EnumSource(Stack.class)
class PathCaseTests {

	private static final String SHOP = "https://shop.example.com";

	private static Application application;

	@Parameter
	Stack stack;

	@BeforeParameterizedClassInvocation
	static void start(Stack stack) {
		application = Application.start(stack, """
				management.endpoints.web.exposure.include: cors
				cors:
				  defaults:
				    allowed-origins: https://shop.example.com
				  policies:
				    wide: { paths: [/**] }
				    strict: { paths: [/api/admin/secret, "/files/risk*"], mode: deny }
				""", Handlers.class, stack.isServlet() ? IgnoringCaseOnServlet.class : IgnoringCaseOnReactive.class);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@Test
	void getWhenCharactersAreEqualWithoutCaseShouldReachNoHandlerUnderAnotherPolicy() {
		List<String> reached = new ArrayList<>();
		for (String path : spellings("/api/admin/secret", "/files/risk.txt")) {
			assertThat(application.get(path).send().body()).as("Spring maps " + path).contains("handled");
			if (application.get(path).origin(SHOP).send().status() != 403) {
				reached.add(path);
			}
		}
		assertThat(reached).isEmpty();
	}

	@Test
	void dryRunWhenCharactersAreEqualWithoutCaseShouldTellThePolicy() {
		for (String path : spellings("/api/admin/secret", "/files/risk.txt")) {
			String query = "path=" + URLEncoder.encode(path, StandardCharsets.UTF_8) + "&origin=" + SHOP;
			assertThat(application.get("/actuator/cors?" + query).send().body()).as(path)
				.contains("\"explanation\":{\"policy\":\"strict\"")
				.contains("\"outcome\":\"refused\"");
		}
	}

	private static List<String> spellings(String... paths) {
		List<String> spellings = new ArrayList<>();
		for (String path : paths) {
			for (int i = 1; i < path.length(); i++) {
				for (int c = 0; c < 0x10000; c++) {
					String one = path.substring(i, i + 1);
					String other = Character.toString(c);
					if (one.equalsIgnoreCase(other) && !one.equals(other)) {
						spellings.add(path.substring(0, i) + URLEncoder.encode(other, StandardCharsets.UTF_8)
								+ path.substring(i + 1));
					}
				}
			}
		}
		return spellings;
	}

	@RestController
	static class Handlers {

		@GetMapping({ "/api/admin/secret", "/files/risk.txt" })
		String handle() {
			return "handled";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class IgnoringCaseOnServlet implements WebMvcConfigurer {

		@Override
		public void configurePathMatch(PathMatchConfigurer configurer) {
			PathPatternParser parser = new PathPatternParser();
			parser.setCaseSensitive(false);
			configurer.setPatternParser(parser);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class IgnoringCaseOnReactive {

		@Bean
		WebFluxConfigurer ignoringCase() {
			return new WebFluxConfigurer() {

				@Override
				public void configurePathMatching(
						org.springframework.web.reactive.config.PathMatchConfigurer configurer) {
					configurer.setUseCaseSensitiveMatch(false);
				}

			};
		}

	}

}
