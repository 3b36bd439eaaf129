package io.github.corsstarter.autoconfigure.diagnostics;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.corsstarter.rules.Finding;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A thousand policies.
 */
class LargeConfigurationTests {

	@Test
	void reportWhenEachOfAThousandPoliciesIsWrongShouldShowFiftyAndCountTheRest() {
		String report = Start.with(policies(1, "/")).report();
		assertThat(report).startsWith("There are 1000 problems in the configuration of CORS:")
			.endsWith("... and 950 more");
		assertThat(report.lines().filter((line) -> line.endsWith("[invalid-origin]"))).hasSize(50);
		assertThat(report).contains("cors.policies.policy-0.allowed-origins[0]: \"https://shop0.example.com/\"");
	}

	@Test
	void startWhenThereAreAThousandGoodPoliciesShouldFindNothing() {
		assertThat(Start.with(policies(10, "")).findings()).extracting(Finding::rule).isEmpty();
	}

	private static String policies(int count, String end) {
		List<String> origins = IntStream.range(0, count)
			.mapToObj((origin) -> "        - https://shop" + origin + ".example.com" + end + "\n")
			.toList();
		return IntStream.range(0, 1000)
			.mapToObj((policy) -> "    policy-" + policy + ":\n      paths: [/api/" + policy
					+ "/**]\n      allowed-origins:\n" + String.join("", origins))
			.collect(Collectors.joining("", "cors:\n  policies:\n", ""));
	}

}
