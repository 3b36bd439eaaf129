package io.github.corsstarter;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.policy.CorsPolicySpec;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that what is read of a request does not depend on how much is configured.
 */
class LookupGrowthTests {

	@Test
	void decideWhenThereAreAThousandPoliciesShouldReadAsMuchAsOfOne() {
		assertThat(reads(engine(1000, 100), "/p999/a")).isEqualTo(reads(engine(1, 1), "/p0/a"));
	}

	@Test
	void decideWhenNothingDependsOnItShouldReadNoMoreThanNeeded() {
		CorsEngine engine = engine(1, 1);
		assertThat(reads(engine, StubRequest.of("GET", "/none"))).as("path, offset").isEqualTo(2);
		assertThat(reads(engine, StubRequest.of("GET", "/p0/a"))).as("path, offset, Origin").isEqualTo(3);
	}

	private static List<Integer> reads(CorsEngine engine, String path) {
		List<Integer> reads = new ArrayList<>();
		for (String origin : new String[] { "https://o0.example.com", "https://a.w0.example.org",
				"https://evil.example", "." }) {
			reads.add(reads(engine, StubRequest.of("GET", path)));
			reads.add(reads(engine, StubRequest.actual("GET", path, origin)));
			reads.add(reads(engine, StubRequest.preflight(path, origin, "PUT", "x-a", "x-b,x-c")));
		}
		return reads;
	}

	private static int reads(CorsEngine engine, StubRequest request) {
		engine.decide(request, StubRequest.READER);
		return request.reads();
	}

	private static CorsEngine engine(int policies, int origins) {
		List<CorsPolicySpec> specs = new ArrayList<>();
		for (int i = 0; i < policies; i++) {
			String[] listed = new String[origins * 2];
			for (int j = 0; j < origins; j++) {
				listed[2 * j] = "https://o" + j + ".example.com";
				listed[2 * j + 1] = "https://*.w" + j + ".example.org";
			}
			specs.add(CorsPolicySpec.named("p" + i)
				.paths("/p" + i + "/**")
				.allowedOrigins(listed)
				.allowedMethods("GET", "PUT")
				.allowedHeaders("X-A", "X-B", "X-C")
				.build());
		}
		return TestPolicies.engine(specs.toArray(CorsPolicySpec[]::new));
	}

}
