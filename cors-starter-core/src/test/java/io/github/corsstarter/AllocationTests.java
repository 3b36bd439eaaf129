package io.github.corsstarter;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.sun.management.ThreadMXBean;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.PolicyMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests that a decision allocates nothing, whatever a stranger sends.
 */
class AllocationTests {

	private static final int WARM_UP = 20_000;

	private static final int DECISIONS = 50_000;

	private static final String SHOP = "https://shop.example.com";

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final CorsEngine ENGINE = TestPolicies.engine(policies());

	// What is kept here, the compiler cannot do away with.
	private static @Nullable CorsDecision last;

	@ParameterizedTest(name = "{0}")
	@MethodSource("requests")
	void decideWhenWarmShouldAllocateNothing(String name, FixedRequest request, CorsOutcome outcome,
			@Nullable RefusalReason reason) {
		CorsDecision decision = ENGINE.decide(request, FixedRequest.READER);
		assertThat(decision.outcome()).isEqualTo(outcome);
		assertThat(decision.reason()).isEqualTo(reason);
		// A few bytes for the measuring itself, and for what the compiler does meanwhile.
		assertThat(bytesPerDecision(request)).isLessThan(0.5);
	}

	@Test
	void bytesPerDecisionWhenPreflightIsEchoedShouldBeSeen() {
		FixedRequest echoed = preflight("/echo/1", SHOP, "PURGE", null);
		assertThat(bytesPerDecision(echoed)).isGreaterThan(50);
		assertThat(last).isNotNull();
	}

	private static double bytesPerDecision(FixedRequest request) {
		decide(request, WARM_UP);
		long id = Thread.currentThread().getId();
		long before = THREADS.getThreadAllocatedBytes(id);
		decide(request, DECISIONS);
		return (double) (THREADS.getThreadAllocatedBytes(id) - before) / DECISIONS;
	}

	private static void decide(FixedRequest request, int times) {
		for (int i = 0; i < times; i++) {
			last = ENGINE.decide(request, FixedRequest.READER);
		}
	}

	static Stream<Arguments> requests() {
		return Stream.concat(passing(), refused());
	}

	private static Stream<Arguments> passing() {
		return Stream.of(arguments("no policy", actual("GET", "/none/of/ours", SHOP), CorsOutcome.NO_POLICY, null),
				arguments("no Origin", actual("GET", "/p99/orders/1", null), CorsOutcome.NO_ORIGIN, null),
				arguments("same origin", actual("POST", "/p99/orders/1", "https://api.example.net"),
						CorsOutcome.SAME_ORIGIN, null),
				arguments("listed", actual("PUT", "/p99/orders/1", SHOP), CorsOutcome.GRANTED, null),
				arguments("subdomain", actual("PUT", "/p99/orders/1", "https://a.b.example.org"), CorsOutcome.GRANTED,
						null),
				arguments("part of a label", actual("PUT", "/p99/orders/1", "https://app-7.example.com"),
						CorsOutcome.GRANTED, null),
				arguments("any port", actual("PUT", "/p99/orders/1", "http://localhost:3000"), CorsOutcome.GRANTED,
						null),
				arguments("any origin", actual("GET", "/open", "https://who.example"), CorsOutcome.GRANTED, null),
				arguments("preflight", preflight("/p99/orders/1", SHOP, "PUT", "authorization,content-type"),
						CorsOutcome.GRANTED, null),
				arguments("preflight with white space",
						preflight("/p99/orders/1", SHOP, "PUT", "\t, Content-Type ,, AUTHORIZATION , "),
						CorsOutcome.GRANTED, null));
	}

	private static Stream<Arguments> refused() {
		return Stream.of(
				refused("origin", actual("PUT", "/p99/orders/1", "https://evil.example"),
						RefusalReason.ORIGIN_NOT_ALLOWED),
				refused("method", actual("PURGE", "/p99/orders/1", SHOP), RefusalReason.METHOD_NOT_ALLOWED),
				refused("denied", actual("GET", "/deny", SHOP), RefusalReason.DENIED),
				refused("8 KB of dots", actual("PUT", "/p99/orders/1", "https://" + ".".repeat(8192)),
						RefusalReason.ORIGIN_MALFORMED),
				refused("8 KB of labels",
						actual("PUT", "/p99/orders/1", "https://" + "a.".repeat(4096) + "example.org"),
						RefusalReason.ORIGIN_MALFORMED),
				refused("no host", actual("PUT", "/p99/orders/1", "https://-.a..example.com:1"),
						RefusalReason.ORIGIN_MALFORMED),
				refused("preflight, origin", preflight("/p99/orders/1", "https://evil.example", "PUT", "x-a"),
						RefusalReason.ORIGIN_NOT_ALLOWED),
				refused("preflight, method", preflight("/p99/orders/1", SHOP, "PURGE", "x-a"),
						RefusalReason.METHOD_NOT_ALLOWED),
				refused("preflight, header", preflight("/p99/orders/1", SHOP, "PUT", "authorization,x-other"),
						RefusalReason.HEADER_NOT_ALLOWED),
				refused("preflight, 8 KB of names", preflight("/p99/orders/1", SHOP, "PUT", "x-a,".repeat(2048)),
						RefusalReason.HEADERS_MALFORMED),
				refused("preflight, 8 KB of commas", preflight("/p99/orders/1", SHOP, "PUT", ",".repeat(8192)),
						RefusalReason.HEADERS_MALFORMED),
				refused("preflight, 8 KB of method", preflight("/p99/orders/1", SHOP, "P".repeat(8192), null),
						RefusalReason.METHOD_NOT_ALLOWED));
	}

	private static Arguments refused(String name, FixedRequest request, RefusalReason reason) {
		return arguments("refused: " + name, request, CorsOutcome.REFUSED, reason);
	}

	private static FixedRequest actual(String method, String path, @Nullable String origin) {
		return new FixedRequest(method, path, origin, null, null);
	}

	private static FixedRequest preflight(String path, String origin, String method, @Nullable String headers) {
		return new FixedRequest("OPTIONS", path, origin, method, headers);
	}

	private static CorsPolicySpec[] policies() {
		List<CorsPolicySpec> policies = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			policies.add(CorsPolicySpec.named("p" + i)
				.paths("/p" + i + "/{kind}/*", "/p" + i + "/x-*/**")
				.allowedOrigins(SHOP, "https://*.example.org", "https://app-*.example.com", "https://*-x.example.com",
						"http://localhost:*", "moz-extension://*")
				.allowedMethods("GET", "PUT")
				.allowedHeaders("Authorization", "Content-Type")
				.build());
		}
		policies.add(CorsPolicySpec.named("open").paths("/open").allowedOrigins("*").build());
		policies.add(CorsPolicySpec.named("deny").paths("/deny").mode(PolicyMode.DENY).build());
		policies.add(CorsPolicySpec.named("echo").paths("/echo/**").allowedOrigins(SHOP).allowedMethods("*").build());
		policies.add(CorsPolicySpec.named("report")
			.paths("/p99/**")
			.allowedOrigins(SHOP)
			.mode(PolicyMode.REPORT_ONLY)
			.build());
		return policies.toArray(CorsPolicySpec[]::new);
	}

}
