package io.github.corsstarter.autoconfigure.diagnostics;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.Severity;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * The configuration cases, each by itself and all at once on real servers.
 */
@ExtendWith(OutputCaptureExtension.class)
class ConfigurationConformanceTests {

	@ParameterizedTest
	@MethodSource("all")
	void startWhenPolicyIsOneOfTheCasesShouldReportItsErrorsOnly(Case configuration) {
		List<Finding> errors = Start.with(yaml(List.of(configuration)))
			.findings()
			.stream()
			.filter((finding) -> finding.severity() == Severity.ERROR)
			.toList();
		assertThat(errors).hasSize(configuration.errors().size());
		for (JsonNode expected : configuration.errors()) {
			assertThat(errors).anyMatch((error) -> isExpected(error, expected));
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
	void startWhenAllGoodCasesAreInOneApplicationShouldServe(WebApplicationType type) {
		List<Case> good = all().stream().filter((configuration) -> configuration.errors().isEmpty()).toList();
		application(type, good).run().close();
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
	void startWhenAllCasesAreInOneApplicationShouldReportEveryError(WebApplicationType type, CapturedOutput output) {
		List<Finding> errors = Start.failure(catchThrowable(() -> application(type, all()).run())).getFindings();
		assertThat(errors).hasSize(all().stream().mapToInt((configuration) -> configuration.errors().size()).sum());
		assertThat(output).contains("There are " + errors.size() + " problems in the configuration of CORS:")
			.contains("Write \"https://example.com\".");
	}

	private static boolean isExpected(Finding error, JsonNode expected) {
		return error.value().contains(expected.get("value").asString())
				&& expected.get("rule").values().stream().anyMatch((rule) -> rule.asString().equals(error.rule().id()));
	}

	private static SpringApplicationBuilder application(WebApplicationType type, List<Case> cases) {
		return new SpringApplicationBuilder(Application.class).web(type)
			.properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off",
					"spring.config.location=" + Start.with(yaml(cases)).write() + "/");
	}

	// JSON is YAML, too.
	private static String yaml(List<Case> cases) {
		return cases.stream()
			.map((configuration) -> "    " + configuration.id() + ": " + configuration.json().get("policy") + "\n")
			.collect(Collectors.joining("", "cors:\n  policies:\n", ""));
	}

	private static List<Case> all() {
		try (InputStream stream = Case.class.getResourceAsStream("/conformance/configurations.json")) {
			List<Case> cases = new ArrayList<>();
			for (JsonNode json : JsonMapper.shared().readTree(stream)) {
				cases.add(new Case(json));
			}
			return cases;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private record Case(JsonNode json) {

		String id() {
			return this.json.get("id").asString().toLowerCase(Locale.ROOT);
		}

		List<JsonNode> errors() {
			return List.copyOf(this.json.get("errors").values());
		}

		@Override
		public String toString() {
			return id();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
