package io.github.corsstarter.explain;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.corsstarter.CorsOutcome;
import io.github.corsstarter.TestPolicies;
import io.github.corsstarter.policy.CorsPolicySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Does what the advice says, until the request is granted: the list that is offered must
 * compile without errors, and mend what was amiss.
 */
class AdviceWorksTests {

	private static final Pattern OFFER = Pattern
		.compile("cors\\.policies\\.shop\\.(allowed-[a-z]+) \\(app\\.yml:7:3\\): \\[(.*?)]\\.( |$)");

	private static final int MAX_STEPS = 3;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			https://b.test              | GET   |                         | false
			https://b.test              | PUT   | x-a,x-b,authorization   | true
			https://b.test:8443         | PURGE | content-type            | true
			http://localhost:3000       | GET   | x-a                     | true
			http://b.test               | GET   |                         | false
			https://www.a.test          | POST  |                         | true
			https://wild.test           | OPTIONS |                       | true
			chrome-extension://abcdefgh | GET   | y,on,no                 | true
			https://[::1]:8443          | GET   |                         | true
			https://10.1.2.3            | M-SEARCH |                      | true
			""")
	void adviceWhenFollowedShouldLeadToGrant(String origin, String method, @Nullable String headers,
			boolean credentials) {
		CorsPolicySpec spec = CorsPolicySpec.named("shop")
			.paths("/**")
			.allowedOrigins("https://a.test", "https://*.wild.test")
			.allowCredentials(credentials)
			.build();
		List<String> elements = (headers != null) ? List.of(headers) : List.of();
		CorsQuery query = CorsQuery.to("/x").from(origin).method(method).headers(elements).credentials(credentials);
		CorsExplanation explanation = explain(spec, query);
		for (int step = 0; step < MAX_STEPS && explanation.outcome() == CorsOutcome.REFUSED; step++) {
			spec = follow(spec, String.valueOf(explanation.advice()));
			explanation = explain(spec, query);
		}
		assertThat(explanation.outcome()).as("%s", explanation).isEqualTo(CorsOutcome.GRANTED);
		assertThat(explanation.objection()).as("%s", explanation).isNull();
	}

	private static CorsExplanation explain(CorsPolicySpec spec, CorsQuery query) {
		return CorsExplainer.of(TestPolicies.engine(spec)).explain(query, (policy, key) -> "app.yml:7:3");
	}

	private static CorsPolicySpec follow(CorsPolicySpec spec, String advice) {
		Matcher offer = OFFER.matcher(advice);
		assertThat(offer.find()).as(advice).isTrue();
		String[] list = Stream.of(offer.group(2).split(", "))
			.map((entry) -> entry.replace("\"", ""))
			.toArray(String[]::new);
		CorsPolicySpec.Builder written = CorsPolicySpec.named("shop");
		switch (offer.group(1)) {
			case "allowed-origins" -> written.allowedOrigins(list);
			case "allowed-methods" -> written.allowedMethods(list);
			default -> written.allowedHeaders(list);
		}
		return written.paths("/**").build().or(spec);
	}

}
