package io.github.corsstarter.autoconfigure.diagnostics;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.corsstarter.autoconfigure.FreshLogging;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A thousand policies.
 */
@ExtendWith({ OutputCaptureExtension.class, FreshLogging.class })
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

	@Test
	void startWhenPathsOverlapEachWithEachShouldNameThreeOfEachAndLogFifty(CapturedOutput output) {
		String yaml = IntStream.range(0, 400)
			.mapToObj((i) -> "    p" + i + ":\n      paths: [\"" + ((i < 200) ? "/t" + i + "/{id}" : "/{tenant}/x" + i)
					+ "\"]\n      allowed-origins: [https://shop.example.com]\n")
			.collect(Collectors.joining("", "cors:\n  policies:\n", ""));
		List<Finding> findings = Start.with(yaml).findings();
		assertThat(findings).hasSize(200)
			.allMatch((finding) -> finding.rule() == Rule.OVERLAPPING_PATHS)
			.allMatch((finding) -> finding.message().contains(" and 197 more"))
			.allMatch((finding) -> finding.message().length() < 400);
		assertThat(output.getOut().lines().filter((line) -> line.contains("[overlapping-paths]"))).hasSize(50);
		assertThat(output).containsOnlyOnce("... and 150 more findings about CORS policies");
	}

	@Test
	void startWhenThereAreManyLiteralsShouldNotCompareEachWithEach() {
		String yaml = "cors:\n  policies:\n" + literals("one") + literals("two") + literals("off")
				+ "      mode: off\n";
		assertThat(Start.with(yaml).findings()).isEmpty();
	}

	private static String literals(String policy) {
		return "    " + policy + ":\n      allowed-origins: [https://shop.example.com]\n      paths:\n"
				+ IntStream.range(0, 5_000)
					.mapToObj((i) -> "        - /" + policy + "/p" + i + "\n")
					.collect(Collectors.joining());
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
