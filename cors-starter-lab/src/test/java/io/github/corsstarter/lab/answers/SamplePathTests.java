package io.github.corsstarter.lab.answers;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SamplePath}.
 */
class SamplePathTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "/api/orders|/api/orders", "/api/orders/{id}|/api/orders/1", "/{a}/x/{b}|/1/x/1",
					"/api/**|/api/1", "/{*rest}|/1", "/a/*/b|/a/1/b", "/file?.txt|/filea.txt", "/v{version}/x|/v1/x",
					"/{name:[a-z]+}|/a", "/{name:[a-z]{3}}|/abc", "/{day:\\d{4}-\\d{2}-\\d{2}}/x|/2026-01-31/x",
					"/{id:[0-9a-f-]{36}}|/00000000-0000-4000-8000-000000000000", "/|/" })
	void ofWhenPatternIsMappedShouldReturnAPathThatItMatches(String pattern, String path) {
		assertThat(SamplePath.of(pattern)).isEqualTo(path);
		assertThat(PathPatternParser.defaultInstance.parse(pattern).matches(PathContainer.parsePath(path))).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "/{never:x{9}}|/1", "/{bad:[}|/1", "/{open|/1", "/{}|/1" })
	void ofWhenNothingFitsShouldReturnAPathAllTheSame(String pattern, String path) {
		assertThat(SamplePath.of(pattern)).isEqualTo(path);
	}

}
