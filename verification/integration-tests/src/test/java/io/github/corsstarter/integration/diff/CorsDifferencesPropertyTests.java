package io.github.corsstarter.integration.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.PolicyMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/**
 * What is told of two configurations, against brute force: no difference that is not
 * told, and none told that no request shows.
 */
class CorsDifferencesPropertyTests {

	private static final int REQUESTS = 10_000;

	@Property
	void differencesShouldBeThoseThatRequestsShow(@ForAll("policies") List<CorsPolicySpec> before,
			@ForAll("policies") List<CorsPolicySpec> after, @ForAll Random random) {
		DifferencesAgainstRequests check = new DifferencesAgainstRequests(new Version(before), new Version(after));
		check.sendExamples();
		Statistics.collect(check.send(REQUESTS, random) > 0);
		new DifferencesAgainstRequests(new Version(before), new Version(before)).sendExamples();
	}

	@Provide
	Arbitrary<List<CorsPolicySpec>> policies() {
		return policy().list().ofMinSize(0).ofMaxSize(3).map(CorsDifferencesPropertyTests::named);
	}

	private static List<CorsPolicySpec> named(List<CorsPolicySpec.Builder> policies) {
		List<CorsPolicySpec> named = new ArrayList<>();
		for (int i = 0; i < policies.size(); i++) {
			named.add(CorsPolicySpec.named("policy" + i).build().or(policies.get(i).build()));
		}
		return named;
	}

	private static Arbitrary<CorsPolicySpec.Builder> policy() {
		Arbitrary<List<String>> paths = some("/a", "/a/**", "/a/b", "/a/*", "/{x}/b", "/a/b*", "/*/b", "/a/*b", "/a/?b",
				"/**", "/a/b/**", "/A/b", "/a*/{*rest}", "/");
		Arbitrary<List<String>> origins = some("https://a.example.com", "https://b.example.com",
				"https://*.example.com", "https://app-*.example.com", "https://*-app.example.com",
				"https://app-1.example.com", "http://localhost:3000", "http://localhost:*", "null", "*",
				"https://*.a.example.com", "https://*.example.com:8443");
		Arbitrary<List<String>> methods = some("GET", "HEAD", "POST", "PUT", "DELETE", "PURGE", "*");
		Arbitrary<List<String>> headers = some("x-a", "x-b", "content-type", "*");
		Arbitrary<List<String>> exposed = some("X-Total", "x-b", "Content-Type", "*");
		Arbitrary<PolicyMode> modes = Arbitraries.of(PolicyMode.ENFORCE, PolicyMode.ENFORCE, PolicyMode.ENFORCE,
				PolicyMode.DENY, PolicyMode.REPORT_ONLY);
		// Where a list may not go with credentials, the policy is left out as one with an
		// error.
		return Combinators.combine(paths, origins, methods, headers, exposed, Arbitraries.of(true, false), modes)
			.as((path, origin, method, header, expose, credentials, mode) -> CorsPolicySpec.named("")
				.paths(path)
				.allowedOrigins(origin)
				.allowedMethods(method)
				.allowedHeaders(header)
				.exposedHeaders(expose)
				.allowCredentials(credentials && !origin.contains("*") && !origin.contains("null"))
				.mode(mode));
	}

	private static Arbitrary<List<String>> some(String... values) {
		return Arbitraries.of(values).list().uniqueElements().ofMinSize(1).ofMaxSize(3);
	}

}
