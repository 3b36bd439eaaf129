package io.github.corsstarter.autoconfigure.properties;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.corsstarter.policy.PolicyMode;
import io.github.corsstarter.rules.Rule;
import io.github.corsstarter.rules.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What editors know of the properties is what the properties are.
 */
class ConfigurationMetadataTests {

	private JsonNode metadata;

	@BeforeEach
	void read() throws IOException {
		this.metadata = JsonMapper.shared()
			.readTree(Path.of("target/classes/META-INF/spring-configuration-metadata.json").toFile());
	}

	@Test
	void metadataWhenGeneratedShouldHaveEachPropertyThatIsBound() {
		List<String> bound = new ArrayList<>();
		KnownProperties.TOP.names()
			.stream()
			.filter((name) -> !List.of("defaults", "refusals", "lab").contains(name))
			.forEach((name) -> bound.add("cors." + name));
		KnownProperties.DEFAULTS.names().forEach((name) -> bound.add("cors.defaults." + name));
		KnownProperties.REFUSALS.names().forEach((name) -> bound.add("cors.refusals." + name));
		KnownProperties.LAB.names().forEach((name) -> bound.add("cors.lab." + name));
		assertThat(properties().keySet()).containsExactlyInAnyOrderElementsOf(bound);
	}

	@Test
	void metadataWhenGeneratedShouldDescribeEachPropertyAsBootDoes() {
		assertThat(properties()).allSatisfy((name, property) -> {
			String description = property.path("description").asString("");
			assertThat(description).as(name).endsWith(".").doesNotStartWith("The ");
			if (property.get("type").asString().equals("java.lang.Boolean")) {
				assertThat(description).as(name).startsWith("Whether ");
			}
		});
	}

	@Test
	void metadataWhenGeneratedShouldHaveTheDefaultsThatAreBound() {
		assertThat(defaultValue("cors.enabled").asBoolean()).isTrue();
		assertThat(defaultValue("cors.preflight-status").asInt()).isEqualTo(204);
		assertThat(defaultValue("cors.filter-order").asInt()).isEqualTo(Integer.MIN_VALUE + 10);
		assertThat(defaultValue("cors.fail-on").asString()).isEqualTo("error");
		assertThat(defaultValue("cors.refusals.capacity").asInt()).isEqualTo(100);
		assertThat(defaultValue("cors.lab.enabled").asBoolean()).isFalse();
		assertThat(defaultValue("cors.lab.path").asString()).isEqualTo("/cors-lab");
		assertThat(defaultValue("cors.lab.allow-remote").asBoolean()).isFalse();
	}

	@Test
	void hintsWhenReadShouldBelongToProperties() {
		assertThat(hints().keySet()).allSatisfy((name) -> {
			String key = name.substring(name.lastIndexOf('.') + 1);
			if (name.startsWith("cors.policies.*.")) {
				assertThat(KnownProperties.POLICY.names()).contains(key);
			}
			else if (!name.equals("cors.policies.keys")) {
				assertThat(properties()).containsKey(name);
			}
		});
	}

	@Test
	void hintsWhenReadShouldOfferWhatIsAccepted() {
		assertThat(hints().get("cors.defaults.allowed-methods")).contains("*", "GET", "PATCH", "DELETE");
		assertThat(hints().get("cors.defaults.allowed-headers")).contains("*", "Authorization", "Content-Type");
		assertThat(hints().get("cors.defaults.allowed-origins")).contains("*", "null");
		assertThat(hints().get("cors.defaults.exposed-headers")).contains("*", "ETag");
		assertThat(hints().get("cors.defaults.on-refusal")).containsExactly("block", "forward");
		assertThat(hints().get("cors.fail-on")).containsExactly("error", "warning");
		assertThat(hints().get("cors.policies.*.mode"))
			.containsExactly(Arrays.stream(PolicyMode.values()).map(PolicyMode::code).toArray(String[]::new));
	}

	@Test
	void hintsWhenReadShouldOfferWarningsToAccept() {
		List<String> warnings = Arrays.stream(Rule.values())
			.filter((rule) -> rule.severity() == Severity.WARNING || rule == Rule.UNGOVERNED_ROUTE)
			.map(Rule::id)
			.toList();
		assertThat(hints().get("cors.policies.*.accept")).containsExactlyInAnyOrderElementsOf(warnings);
		assertThat(hints().get("cors.defaults.accept")).isEqualTo(hints().get("cors.policies.*.accept"));
	}

	private JsonNode defaultValue(String property) {
		return Objects.requireNonNull(properties().get(property), property).get("defaultValue");
	}

	private Map<String, JsonNode> properties() {
		Map<String, JsonNode> properties = new LinkedHashMap<>();
		for (JsonNode property : this.metadata.get("properties")) {
			if (property.get("name").asString().startsWith("cors.")) {
				properties.put(property.get("name").asString(), property);
			}
		}
		return properties;
	}

	private Map<String, List<String>> hints() {
		Map<String, List<String>> hints = new LinkedHashMap<>();
		for (JsonNode hint : this.metadata.get("hints")) {
			hints.put(hint.get("name").asString(),
					hint.get("values").values().stream().map((value) -> value.get("value").asString()).toList());
		}
		return hints;
	}

}
