package io.github.corsstarter.scan.report;

import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SourcePlace}.
 */
class SourcePlaceTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					class path resource [application.yml] - 9:7                      | application.yml       | application.yml:9
					class path resource [config/a.yml] from app.jar - 18:25          | config/a.yml          | a.yml:18
					file [/etc/shop/application.yml] - 3:1                           | file:///etc/shop/application.yml | application.yml:3
					file [C:\\shop\\application.yml] - 3:1                           | file:///C:/shop/application.yml  | application.yml:3
					application.yml:14                                               | application.yml       | application.yml:14
					application.yml:14:3                                             | application.yml       | application.yml:14
					a b.yml:2                                                        | a%20b.yml             | a b.yml:2
					""")
	void ofShouldReadFileAndLine(String source, String uri, String brief) {
		SourcePlace place = Objects.requireNonNull(SourcePlace.of(source));
		assertThat(place.uri()).isEqualTo(uri);
		assertThat(place.brief()).isEqualTo(brief);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "System Environment Property \"CORS_POLICIES_A_PATHS\"", "a:b", ":1", "[a] - x:1",
			"file [a.yml] - 0:1", "file [a.yml] - 99999999999:1" })
	void ofWhenNoLineIsToldShouldBeNull(String source) {
		assertThat(SourcePlace.of(source)).isNull();
	}

	@Test
	void ofWhenNothingIsToldShouldBeNull() {
		assertThat(SourcePlace.of(null)).isNull();
	}

}
