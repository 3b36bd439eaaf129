package io.github.corsstarter.compatibility;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged jars on every line of Spring Boot and both web stacks.
 */
class LinesTests {

	private static final String SHOP = "https://shop.example.com";

	private static final String ADMIN = "https://admin.example.com";

	private static final String AOT = "-Dspring.aot.enabled=true";

	@ParameterizedTest(name = "{0} {1} {2}")
	@MethodSource("onEveryJdk")
	void runWhenPoliciesAreValidShouldGovernBothPorts(String line, String stack, Jdk jdk) throws Exception {
		try (Consumer consumer = Consumer.start(jdk, ConsumerBuild.jar(line, stack))) {
			assertGoverned(consumer);
		}
	}

	@ParameterizedTest(name = "{0} {1} {2}")
	@MethodSource("onThisJdk")
	void runWhenBuiltAheadOfTimeShouldGovernBothPorts(String line, String stack, Jdk jdk) throws Exception {
		try (Consumer consumer = Consumer.start(jdk, ConsumerBuild.jar(line, stack), AOT)) {
			assertThat(consumer.output()).contains("AOT-processed");
			assertGoverned(consumer);
		}
	}

	@ParameterizedTest(name = "{0} {1} {2}")
	@MethodSource("onThisJdk")
	void runWhenBuiltAheadOfTimeAndNotEnabledShouldPassEverything(String line, String stack, Jdk jdk) throws Exception {
		try (Consumer consumer = Consumer.start(jdk, ConsumerBuild.jar(line, stack), AOT, "--cors.enabled=false")) {
			HttpResponse<String> response = consumer.send("GET", "/api/orders", "Origin", "https://evil.example");
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
			assertThat(response.headers().allValues("Vary")).doesNotContain("Origin");
		}
	}

	@ParameterizedTest(name = "{0} {1} {2}")
	@MethodSource("onThisJdk")
	void runWhenPoliciesAreInvalidShouldReportEveryProblem(String line, String stack, Jdk jdk) throws Exception {
		String report = Consumer.fail(jdk, ConsumerBuild.jar(line, stack),
				"--cors.policies.storefront.allowed-origins=https://shop.example.com/",
				"--cors.policies.operations.allowed-methods=CONNECT");
		assertThat(report).contains("APPLICATION FAILED TO START")
			.contains("cors.policies.storefront.allowed-origins")
			.contains("invalid-origin")
			.contains("cors.policies.operations.allowed-methods")
			.contains("forbidden-method");
	}

	private static void assertGoverned(Consumer consumer) throws IOException, InterruptedException {
		assertPreflights(consumer);
		assertActualRequests(consumer);
		assertManagement(consumer);
		assertThat(consumer.send("GET", "/cors-lab").statusCode()).as("The lab is off").isEqualTo(404);
		assertThat(consumer.output()).doesNotContain("NoSuchMethodError", "NoClassDefFoundError",
				"ClassNotFoundException");
	}

	private static void assertPreflights(Consumer consumer) throws IOException, InterruptedException {
		HttpResponse<String> granted = consumer.send("OPTIONS", "/api/orders/1", "Origin", SHOP,
				"Access-Control-Request-Method", "PUT", "Access-Control-Request-Headers", "authorization");
		assertThat(granted.statusCode()).isEqualTo(204);
		assertThat(header(granted, "Access-Control-Allow-Origin")).containsExactly(SHOP);
		assertThat(header(granted, "Access-Control-Allow-Credentials")).containsExactly("true");
		assertThat(header(granted, "Access-Control-Allow-Methods")).containsExactly("GET,HEAD,PUT");
		HttpResponse<String> refused = consumer.send("OPTIONS", "/api/orders/1", "Origin", SHOP,
				"Access-Control-Request-Method", "DELETE");
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.headers().map()).doesNotContainKey("access-control-allow-origin");
	}

	private static void assertActualRequests(Consumer consumer) throws IOException, InterruptedException {
		HttpResponse<String> granted = consumer.send("GET", "/api/orders", "Origin", SHOP);
		assertThat(granted.statusCode()).isEqualTo(200);
		assertThat(granted.body()).contains("first");
		assertThat(header(granted, "Access-Control-Allow-Origin")).containsExactly(SHOP);
		assertThat(header(granted, "Access-Control-Expose-Headers")).containsExactly("X-Total-Count");
		assertThat(header(granted, "Vary")).containsExactly("Origin");
		HttpResponse<String> refused = consumer.send("GET", "/api/orders", "Origin", "https://evil.example");
		assertThat(refused.statusCode()).isEqualTo(403);
		HttpResponse<String> missing = consumer.send("GET", "/api/missing", "Origin", SHOP);
		assertThat(missing.statusCode()).isEqualTo(404);
		assertThat(header(missing, "Access-Control-Allow-Origin")).containsExactly(SHOP);
	}

	private static void assertManagement(Consumer consumer) throws IOException, InterruptedException {
		HttpResponse<String> health = consumer.manage("GET", "/actuator/health", "Origin", ADMIN);
		assertThat(health.statusCode()).isEqualTo(200);
		assertThat(header(health, "Access-Control-Allow-Origin")).containsExactly(ADMIN);
		assertThat(consumer.manage("GET", "/actuator/health", "Origin", SHOP).statusCode()).isEqualTo(403);
		String policies = consumer.manage("GET", "/actuator/cors").body();
		assertThat(policies).contains("\"storefront\"").contains("\"recentRefusals\"").doesNotContain("null");
		String dryRun = consumer
			.manage("GET", "/actuator/cors?path=/api/orders/1&origin=" + SHOP + "&method=PUT&headers=x-trace")
			.body();
		assertThat(dryRun).contains("\"reason\":\"header-not-allowed\"").contains("\"detail\":\"x-trace\"");
		assertThat(consumer.manage("GET", "/actuator/cors/storefront").statusCode()).isEqualTo(200);
		assertThat(consumer.manage("GET", "/actuator/cors/missing").statusCode()).isEqualTo(404);
		String counted = consumer
			.manage("GET", "/actuator/metrics/cors.requests?tag=policy:storefront&tag=outcome:refused")
			.body();
		assertThat(counted).contains("\"value\":2.0").contains("origin-not-allowed");
	}

	private static List<String> header(HttpResponse<String> response, String name) {
		return response.headers().allValues(name);
	}

	static Stream<Arguments> onThisJdk() {
		return combinations(List.of(Jdk.CURRENT));
	}

	static Stream<Arguments> onEveryJdk() throws IOException {
		return combinations(Jdk.installed());
	}

	private static Stream<Arguments> combinations(List<Jdk> jdks) {
		List<Arguments> combinations = new ArrayList<>();
		for (String line : System.getProperty("lines").split(", ", -1)) {
			for (String stack : List.of("servlet", "reactive")) {
				jdks.forEach((jdk) -> combinations.add(Arguments.of(line, stack, jdk)));
			}
		}
		return combinations.stream();
	}

}
