package io.github.corsstarter.integration.edge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.policy.OnRefusal;
import io.github.corsstarter.policy.PolicyMode;
import io.github.corsstarter.rules.Severity;

/**
 * Makes policies of few different pieces, so that their paths overlap and requests often
 * meet them.
 */
final class GeneratedPolicies {

	static final List<String> SEGMENTS = List.of("a", "b", "ab", "x.html", "caf\u00e9", "a+b", "~c", "$1", "it's",
			"q\"q", "p(1)", "\u20ac");

	private static final List<String> PATTERN_SEGMENTS = List.of("*", "{v}", "{v}", "a*", "*b", "?", "a?", "*.html",
			"a*b", "{v}-b", "*a*b*");

	private static final List<String> ENDS = List.of("", "", "/", "/**", "/**", "/**", "/{*v}");

	private static final List<String> ORIGINS = List.of("https://shop.example.com", "https://shop.example.com:8443",
			"https://*.example.com", "https://app-*.example.com", "https://*-x.a.example.com", "http://localhost:*",
			"http://*.localhost:*", "http://127.0.0.1:3000", "https://[::1]:8443", "http://[2001:db8::1]", "null",
			"moz-extension://*", "capacitor://localhost", "https://my_app.example", "https://xn--bcher-kva.example:*");

	private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PURGE",
			"patch", "M-SEARCH", "X!#$%&'*+.^_`|~9");

	private static final List<String> HEADERS = List.of("Authorization", "Content-Type", "X-Trace", "X-Trace-Id", "x",
			"Accept", "K-S", "X!#$%&'*+.^_`|~9");

	private final Random random;

	GeneratedPolicies(Random random) {
		this.random = random;
	}

	/**
	 * Makes valid policies.
	 * @param count how many
	 * @param caseSensitive whether upper and lower case differ in their paths
	 */
	CorsPolicySet make(int count, boolean caseSensitive) {
		CorsSettings settings = new CorsSettings(204, false, caseSensitive, (domain) -> false);
		List<CorsPolicySpec> specs = new ArrayList<>();
		for (int made = 0; specs.size() < count; made++) {
			specs.add(spec("policy" + made, made % Math.max(1, count / 5)));
			if (specs.size() == count) {
				Set<String> invalid = CorsPolicySet.compile(specs, settings)
					.findings()
					.stream()
					.filter((finding) -> finding.severity() == Severity.ERROR)
					.map(Finding::policy)
					.collect(Collectors.toSet());
				specs.removeIf((spec) -> invalid.contains(spec.name()));
			}
		}
		return CorsPolicySet.compile(specs, settings).orThrow();
	}

	private CorsPolicySpec spec(String name, int family) {
		boolean any = oneOf(8);
		boolean credentials = !any && this.random.nextBoolean();
		CorsPolicySpec.Builder spec = CorsPolicySpec.named(name)
			.paths(IntStream.rangeClosed(0, this.random.nextInt(3))
				.mapToObj((i) -> pattern(family))
				.toArray(String[]::new))
			.allowedOrigins(any ? new String[] { "*" } : some(ORIGINS))
			.allowCredentials(credentials)
			.allowInsecureOrigins(true)
			.maxAge(Duration.ofSeconds(this.random.nextInt(7200)))
			.onRefusal(oneOf(3) ? OnRefusal.FORWARD : OnRefusal.BLOCK)
			.mode(oneOf(10) ? PolicyMode.DENY : oneOf(12) ? PolicyMode.REPORT_ONLY : PolicyMode.ENFORCE);
		if (!oneOf(3)) {
			spec.allowedMethods(oneOf(6) ? new String[] { "*" } : some(METHODS));
		}
		if (!oneOf(3)) {
			spec.allowedHeaders(oneOf(5) ? new String[] { "*" } : some(HEADERS));
		}
		if (this.random.nextBoolean()) {
			spec.exposedHeaders(
					oneOf(5) && !credentials ? new String[] { "*" } : some(List.of("X-Total", "ETag", "X$'%")));
		}
		return spec.build();
	}

	private String pattern(int family) {
		StringBuilder pattern = new StringBuilder(oneOf(40) ? "" : "/f" + family);
		int segments = this.random.nextInt(4);
		for (int i = 0; i < segments; i++) {
			String segment = any(oneOf(2) ? SEGMENTS : PATTERN_SEGMENTS);
			// Names of variables are unique within a pattern.
			pattern.append('/').append(segment.replace("v}", "v" + i + "}"));
		}
		String end = any(ENDS);
		return pattern.append(pattern.isEmpty() && end.isEmpty() ? "/" : end).toString();
	}

	private String[] some(List<String> values) {
		return IntStream.rangeClosed(0, this.random.nextInt(4))
			.mapToObj((i) -> any(values))
			.distinct()
			.toArray(String[]::new);
	}

	boolean oneOf(int chances) {
		return this.random.nextInt(chances) == 0;
	}

	<T> T any(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

}
