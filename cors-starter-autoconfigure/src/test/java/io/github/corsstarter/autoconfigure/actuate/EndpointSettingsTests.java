package io.github.corsstarter.autoconfigure.actuate;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import io.github.corsstarter.autoconfigure.RefreshResult;
import io.github.corsstarter.autoconfigure.RefreshResult.Outcome;
import io.github.corsstarter.autoconfigure.actuate.CorsDescriptor.ReloadDescriptor;
import io.github.corsstarter.policy.PolicyKey;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what {@link CorsEndpoint} says of the application.
 */
class EndpointSettingsTests {

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void corsWhenSettingsAreOthersShouldShowThem(WebApplicationType type) {
		try (EndpointApplication application = EndpointApplication.start(type, "cors.preflight-status=200",
				"cors.debug=true", "server.servlet.context-path=/shop", "spring.webflux.base-path=/shop")) {
			JsonNode root = EndpointApplication
				.json(application.send(application.serverUrl() + "/shop/actuator/cors", "GET"));
			assertThat(root.get("preflightStatus").asInt()).isEqualTo(200);
			assertThat(root.get("debug").asBoolean()).isTrue();
			assertThat(root.get("basePath").asString()).isEqualTo("/shop");
		}
	}

	@Test
	void corsWhenThereAreManyFindingsShouldShowFiftyAndCountTheRest() {
		String[] policies = IntStream.range(0, 70)
			.mapToObj((i) -> List.of("cors.policies.p" + i + ".paths=/p" + i,
					"cors.policies.p" + i + ".allowed-origins=https://shop.example.com",
					"cors.policies.p" + i + ".allowed-headers=*"))
			.flatMap(List::stream)
			.toArray(String[]::new);
		try (EndpointApplication application = EndpointApplication.start(WebApplicationType.SERVLET, policies)) {
			JsonNode root = EndpointApplication.json(application.endpoint());
			assertThat(root.get("findings").size()).isEqualTo(50);
			assertThat(root.get("droppedFindings").asInt()).isBetween(20, 25);
		}
	}

	@Test
	void ofWhenReloadHasManyProblemsOrChangesShouldShowFiftyAndCountTheRest() {
		Finding finding = new Finding(Rule.INVALID_ORIGIN, "shop", PolicyKey.NONE, "", "", null, "is wrong",
				"Mend it.");
		ReloadDescriptor many = reload(Collections.nCopies(70, finding), Collections.nCopies(2000, "shop: widened"));
		assertThat(many.problems()).hasSize(50);
		assertThat(many.droppedProblems()).isEqualTo(20);
		assertThat(many.changes()).hasSize(50);
		assertThat(many.droppedChanges()).isEqualTo(1950);
		ReloadDescriptor few = reload(List.of(finding), List.of());
		assertThat(few.problems()).hasSize(1);
		assertThat(few.droppedProblems()).isNull();
		assertThat(few.droppedChanges()).isNull();
	}

	private static ReloadDescriptor reload(List<Finding> problems, List<String> changes) {
		return Objects
			.requireNonNull(ReloadDescriptor.of(new RefreshResult(Instant.EPOCH, Outcome.REJECTED, problems, changes)));
	}

}
