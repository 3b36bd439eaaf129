package io.github.corsstarter.autoconfigure.observe;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.Refusal;
import io.github.corsstarter.autoconfigure.CorsAutoConfiguration;
import io.github.corsstarter.autoconfigure.FreshLogging;
import io.github.corsstarter.explain.CorsExplainer;
import io.github.corsstarter.explain.CorsExplanation;
import io.github.corsstarter.explain.CorsQuery;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.explain.RefusalText;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Log, record and dry run tell of one refused request in the same words.
 */
@ExtendWith({ OutputCaptureExtension.class, FreshLogging.class })
class RefusalAgreementTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class, RefusalAutoConfiguration.class))
		.withPropertyValues("cors.policies.shop.paths=/shop/**",
				"cors.policies.shop.allowed-origins=https://shop.example.com");

	@ParameterizedTest
	@MethodSource("origins")
	void requestWhenRefusedShouldBeToldInTheSameWordsEverywhere(String origin, CapturedOutput output) {
		this.runner.run((context) -> {
			CorsEngine engine = context.getBean(CorsEngine.class);
			engine.decide(new TestRequest("GET", "/shop/1", Map.of("Origin", List.of(origin))), TestRequest.READER);
			CorsExplanation explanation = CorsExplainer.of(engine)
				.explain(CorsQuery.to("/shop/1").from(origin), PropertyLocator.UNKNOWN);
			Refusal explained = Objects.requireNonNull(explanation.refusal());
			Refusal recorded = context.getBean(RecentRefusals.class).recent().get(0).value();
			assertThat(recorded).isEqualTo(explained);
			assertThat(explanation.message())
				.endsWith(RefusalText.forRecords(PropertyLocator.UNKNOWN).message(recorded));
			assertThat(output).containsOnlyOnce("CORS policy \"shop\" refused a request from origin \""
					+ recorded.origin() + "\" on /shop/**: " + recorded.reason().code() + ". ");
		});
	}

	static Stream<String> origins() {
		return Stream.of("https://evil.example", "HTTPS://Shop.Example.com", "https://b\u00fccher.example",
				"https://evil.example\u2028\u009b", "https://" + "a".repeat(400) + ".example", "null", "");
	}

}
