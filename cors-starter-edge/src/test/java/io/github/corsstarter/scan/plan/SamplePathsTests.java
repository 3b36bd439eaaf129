package io.github.corsstarter.scan.plan;

import io.github.corsstarter.path.PathExpression;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SamplePaths}.
 */
class SamplePathsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/api/**               | /api/1            | /api/gone
			/**                   | /1                | /gone
			/{*rest}              | /1                | /gone
			/health               | /health           |
			/orders/{id}          | /orders/1         | /orders/gone
			/{tenant}/orders/*    | /1/orders/1       | /gone/orders/gone
			/files/img-*.png      | /files/img-1.png  | /files/img-gone.png
			/v?/x                 | /v1/x             | /v1/x
			/über/x               | /%C3%BCber/x      |
			""")
	void samplesShouldBeMadeOfThePattern(String pattern, String first, @Nullable String missing) {
		PathExpression expression = PathExpression.parse(pattern);
		assertThat(SamplePaths.of(expression, "gone")).first().isEqualTo(first);
		assertThat(SamplePaths.missing(expression, "gone")).isEqualTo(missing);
	}

}
