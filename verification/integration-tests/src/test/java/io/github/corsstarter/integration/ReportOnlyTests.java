package io.github.corsstarter.integration;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code mode: report-only} records and touches no response; {@code mode: off} in a
 * profile does nothing at all.
 */
@ParameterizedClass
@EnumSource(Stack.class)
class ReportOnlyTests {

	private static final String SHOP = "https://shop.example.com";

	private static final String OTHER = "https://other.example.com";

	private static Application application;

	private static Application without;

	private final Recorder recorder = application.bean(Recorder.class);

	@Parameter
	Stack stack;

	@BeforeParameterizedClassInvocation
	static void start(Stack stack) {
		application = Application.start(stack, """
				spring.profiles.active: quiet
				cors.policies:
				  trial:
				    paths: [/api/**, /own/**, /plain]
				    allowed-origins: https://shop.example.com
				    mode: report-only
				  enforced:
				    paths: /api/**
				    allowed-origins: [https://shop.example.com, https://other.example.com]
				  silenced:
				    paths: /silenced
				    allowed-origins: https://shop.example.com
				---
				spring.config.activate.on-profile: quiet
				cors.policies.silenced.mode: off
				""", Recorder.class, Handlers.class);
		without = Application.start(stack,
				Stack.without("io.github.corsstarter.", Application.SECURITY, Application.GATEWAY), "unused: true",
				Handlers.class);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
		without.close();
	}

	@BeforeEach
	void forget() {
		this.recorder.told.clear();
	}

	@Test
	void getBesideNothingShouldRecordAndTouchNothing() {
		assertAsWithout("/plain", OTHER);
		assertThat(this.recorder.told).containsExactly("trial refused");
	}

	@Test
	void getBesideTheApplicationsOwnCorsShouldRecordAndTouchNothing() {
		assertAsWithout("/own/annotated", OTHER);
		assertThat(this.recorder.told).containsExactly("trial refused");
		assertAsWithout("/own/annotated", SHOP);
		assertThat(this.recorder.told).containsExactly("trial refused", "trial granted");
	}

	@Test
	void preflightBesideTheApplicationsOwnCorsShouldRecordAndTouchNothing() {
		assertSame(application.preflight("GET", "/own/annotated", OTHER),
				without.preflight("GET", "/own/annotated", OTHER));
		assertThat(this.recorder.told).containsExactly("trial refused");
	}

	@Test
	void getBesideAnEnforcedPolicyShouldBeDecidedByThatAlone() {
		Http.Response response = application.get("/api/orders").origin(OTHER).send();
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(OTHER);
		assertThat(this.recorder.told).containsExactly("trial refused", "enforced granted");
	}

	@Test
	void getWhenPolicyIsOffShouldDoNothing() {
		assertAsWithout("/silenced", OTHER);
		assertThat(this.recorder.told).isEmpty();
	}

	private static void assertAsWithout(String path, String origin) {
		assertSame(application.get(path).origin(origin), without.get(path).origin(origin));
	}

	private static void assertSame(Http.Request request, Http.Request other) {
		Http.Response response = request.send();
		Http.Response expected = other.send();
		assertThat(response.status()).isEqualTo(expected.status());
		assertThat(response.body()).isEqualTo(expected.body());
		assertThat(withoutDate(response)).containsExactlyInAnyOrderElementsOf(withoutDate(expected));
	}

	private static List<Http.Field> withoutDate(Http.Response response) {
		return response.fields().stream().filter((field) -> !field.name().equalsIgnoreCase("Date")).toList();
	}

	@RestController
	static class Handlers {

		@GetMapping({ "/plain", "/api/orders", "/silenced" })
		String plain() {
			return "plain";
		}

		@CrossOrigin(SHOP)
		@GetMapping("/own/annotated")
		String annotated() {
			return "annotated";
		}

	}

	static final class Recorder implements CorsObserver {

		private final List<String> told = new CopyOnWriteArrayList<>();

		@Override
		public void decided(CorsPolicy policy, CorsDecision decision) {
			this.told.add(policy + " " + decision.outcome().name().toLowerCase(Locale.ROOT));
		}

	}

}
