package io.github.corsstarter.integration;

import java.util.concurrent.atomic.AtomicInteger;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A management port of its own is governed like the application's.
 */
@ParameterizedClass
@EnumSource(Stack.class)
class ManagementPortTests {

	private static final String OPS = "https://ops.example.com";

	private static final String OWN = "https://own.example.com";

	private static Application application;

	@Parameter
	Stack stack;

	@BeforeParameterizedClassInvocation
	static void start(Stack stack) {
		application = Application.start(stack, """
				management:
				  server.port: 0
				  server.address: 127.0.0.1
				  endpoints.web:
				    exposure.include: "*"
				    cors:
				      allowed-origins: https://own.example.com
				      allowed-methods: GET
				cors.policies.ops:
				  paths: /actuator/health/**
				  allowed-origins: https://ops.example.com
				""", Counter.class);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@Test
	void getWhenGovernedShouldBeGrantedOnce() {
		Counter counter = application.bean(Counter.class);
		int before = counter.decisions.get();
		Http.Response response = management("GET", "/actuator/health").origin(OPS).send();
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(OPS);
		assertThat(response.vary()).containsOnlyOnce("origin");
		assertThat(counter.decisions).hasValue(before + 1);
	}

	@Test
	void getWhenGovernedShouldBeRefused() {
		Http.Response response = management("GET", "/actuator/health").origin(OWN).send();
		assertThat(response.status()).isEqualTo(403);
		assertThat(response.corsHeaders()).isEmpty();
	}

	@Test
	void preflightWhenGovernedShouldBeAnswered() {
		Http.Response response = management("OPTIONS", "/actuator/health").origin(OPS)
			.header("Access-Control-Request-Method", "GET")
			.send();
		assertThat(response.status()).isEqualTo(204);
		assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(OPS);
	}

	@Test
	void getWhenUngovernedShouldBeLeftToTheEndpointsOwnCors() {
		Http.Response response = management("GET", "/actuator/info").origin(OWN).send();
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(OWN);
		assertThat(management("GET", "/actuator/info").origin(OPS).send().status()).isEqualTo(403);
	}

	@Test
	void managementPortShouldNotBeTheApplications() {
		assertThat(application.managementPort()).isNotEqualTo(application.port());
	}

	private static Http.Request management(String method, String path) {
		return new Http.Request(application.managementPort(), method, path);
	}

	static final class Counter implements CorsObserver {

		private final AtomicInteger decisions = new AtomicInteger();

		@Override
		public void decided(CorsPolicy policy, CorsDecision decision) {
			this.decisions.incrementAndGet();
		}

	}

}
