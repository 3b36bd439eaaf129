package io.github.corsstarter.autoconfigure;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code /actuator/configprops} shows.
 */
class ConfigurationPropertiesReportTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class, CorsAutoConfiguration.class))
		.withBean(ConfigurationPropertiesReportEndpoint.class,
				() -> new ConfigurationPropertiesReportEndpoint(List.of(), Show.ALWAYS))
		.withPropertyValues("cors.policies.shop.paths=/shop/**",
				"cors.policies.shop.allowed-origins=https://shop.example.com", "cors.policies.shop.max-age=60");

	@Test
	void reportWhenApplicationRunsShouldShowWhatIsBound() {
		this.runner.run((context) -> {
			assertThat(properties(context)).containsEntry("preflightStatus", 204);
			assertThat(policies(context)).startsWith("{shop=")
				.contains("allowedOrigins=[https://shop.example.com]", "maxAge=PT1M");
		});
	}

	@Test
	void reportWhenPoliciesWereReadAgainShouldShowThose() {
		this.runner.run((context) -> {
			context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("later",
						Map.of("cors.policies.shop.paths", "/later/**", "cors.preflight-status", "200")));
			context.getBean(CorsPolicies.class).refresh();
			assertThat(properties(context)).containsEntry("preflightStatus", 200);
			assertThat(policies(context)).contains("/later/**");
		});
	}

	private static String policies(ApplicationContext context) {
		return String.valueOf(properties(context).get("policies"));
	}

	private static Map<String, Object> properties(ApplicationContext context) {
		return context.getBean(ConfigurationPropertiesReportEndpoint.class)
			.configurationProperties()
			.getContexts()
			.values()
			.iterator()
			.next()
			.getBeans()
			.values()
			.stream()
			.filter((bean) -> bean.getPrefix().equals("cors"))
			.findFirst()
			.orElseThrow()
			.getProperties();
	}

}
