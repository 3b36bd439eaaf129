package io.github.corsstarter.scan;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.OnRefusal;
import io.github.corsstarter.policy.PolicyMode;
import io.github.corsstarter.scan.report.ScanReport;
import io.github.corsstarter.scan.send.Progress;

/**
 * Policies of every kind, applications that have them, and scans of these.
 */
final class Sites {

	static final String SHOP = "https://shop.example.com";

	static final String ADMIN = "https://admin.example.org";

	private static final CorsPolicySpec ORDERS = CorsPolicySpec.named("orders")
		.paths("/api/**", "/v2/{tenant}/orders")
		.allowedOrigins(SHOP, ADMIN)
		.allowedMethods("GET", "POST", "PUT", "DELETE")
		.allowedHeaders("Content-Type", "Authorization")
		.exposedHeaders("X-Total-Count")
		.allowCredentials(true)
		.build();

	private static final List<CorsPolicySpec> OTHERS = List.of(
			CorsPolicySpec.named("catalogue").paths("/public/**").allowedOrigins("*").exposedHeaders("*").build(),
			CorsPolicySpec.named("open")
				.paths("/open/*")
				.allowedOrigins("*")
				.allowedMethods("*")
				.allowedHeaders("*")
				.build(),
			CorsPolicySpec.named("partners")
				.paths("/partners/**")
				.allowedOrigins("https://*.partner.example", "https://app-*.preview.example", "http://localhost:*",
						"moz-extension://*")
				.allowedHeaders("*")
				.maxAge(Duration.ZERO)
				.onRefusal(OnRefusal.FORWARD)
				.build(),
			CorsPolicySpec.named("frames").paths("/frames/**").allowedOrigins("null", "https://frame.example").build(),
			CorsPolicySpec.named("closed").paths("/internal/**").mode(PolicyMode.DENY).build(),
			CorsPolicySpec.named("hooks")
				.paths("/hooks")
				.allowedOrigins("https://hooks.example")
				.allowedMethods("POST")
				.build(),
			CorsPolicySpec.named("watched")
				.paths("/watched/**")
				.allowedOrigins("https://watched.example")
				.mode(PolicyMode.REPORT_ONLY)
				.build());

	private static final Map<String, Integer> STATUSES = Map.of("/api/", 200, "/v2/", 401, "/public/", 200, "/open/",
			405, "/partners/", 302, "/frames/", 200, "/internal/", 200, "/hooks", 405);

	static final CorsPolicySet POLICIES = policies(CorsSettings.DEFAULTS, ORDERS);

	static final Backend APPLICATION = new Backend(POLICIES, STATUSES);

	static final Backend OLD = new Backend(policies(CorsSettings.DEFAULTS,
			CorsPolicySpec.named("orders")
				.paths("/api/**", "/v2/{tenant}/orders")
				.allowedOrigins(SHOP, ADMIN)
				.allowedMethods("GET", "POST")
				.allowedHeaders("Content-Type")
				.exposedHeaders("X-Total-Count")
				.allowCredentials(true)
				.maxAge(Duration.ofMinutes(10))
				.build()),
			STATUSES);

	static final Backend DEBUGGING = new Backend(policies(new CorsSettings(204, true, true, (domain) -> false), ORDERS),
			STATUSES);

	/** A cache that keeps everything, and minds nothing but the URL. */
	static final Map<String, Reply> CACHE = new ConcurrentHashMap<>();

	private Sites() {
	}

	private static CorsPolicySet policies(CorsSettings settings, CorsPolicySpec orders) {
		return Backend.policies(settings, Stream.concat(Stream.of(orders), OTHERS.stream()).toList());
	}

	static ScanReport scan(URI target) {
		return scan(POLICIES, ScanOptions.of(target));
	}

	static ScanReport scan(CorsPolicySet policies, ScanOptions.Builder options) {
		return CorsScan
			.of(new ScanPolicies(policies, PropertyLocator.UNKNOWN, "application.yml"),
					options.rate(1000).maxRequests(5000).build())
			.run(Progress.NONE);
	}

	static boolean isGoverned(Call call) {
		return !call.path().startsWith("/cors-scan");
	}

	/**
	 * Lets an origin in with credentials, as edges do that compare origins themselves.
	 */
	static Reply echo(Call call, Reply reply, Predicate<String> origins) {
		String origin = call.header("Origin");
		if (origin == null || !origins.test(origin)) {
			return reply;
		}
		return reply.set("Access-Control-Allow-Origin", origin).set("Access-Control-Allow-Credentials", "true");
	}

	static Reply replaceOnApi(Call call, Reply reply, String name, String value) {
		boolean replaced = call.path().startsWith("/api/") && reply.has(name);
		return replaced ? reply.set(name, value) : reply;
	}

	static String describe(ScanReport report) {
		return Objects.requireNonNull(report.toText());
	}

}
