package io.github.corsstarter.scan.send;

import java.util.List;
import java.util.Map;

import io.github.corsstarter.scan.wire.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CacheMarks}.
 */
class CacheMarksTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Age              | 12
			age              | 1
			X-Cache          | HIT
			X-Cache          | Hit from cloudfront
			X-Cache          | RefreshHit from cloudfront
			X-Cache          | MISS, HIT
			X-Cache          | TCP_HIT from edge
			X-Cache-Status   | HIT
			CF-Cache-Status  | HIT
			X-Proxy-Cache    | HIT
			Cache-Status     | ExampleCache; hit
			X-Cache-Hits     | 0, 3
			X-Varnish        | 1638471 1638460
			""")
	void isHitWhenCacheTellsSoShouldBeTrue(String name, String value) {
		assertThat(CacheMarks.isHit(new Answer(200, Map.of(name, List.of(value))))).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Age              | 0
			Age              | soon
			X-Cache          | MISS
			X-Cache          | Miss from cloudfront
			X-Cache-Status   | BYPASS
			X-Cache-Key      | /white/hitchhikers
			X-Cache-Hits     | 0, 0
			CF-Cache-Status  | DYNAMIC
			Cache-Status     | ExampleCache; fwd=uri-miss; stored
			Cache-Control    | max-age=60, hit
			X-Varnish        | 1638471
			Content-Type     | text/hit
			""")
	void isHitWhenCacheTellsOtherwiseShouldBeFalse(String name, String value) {
		assertThat(CacheMarks.isHit(new Answer(200, Map.of(name, List.of(value))))).isFalse();
	}

}
