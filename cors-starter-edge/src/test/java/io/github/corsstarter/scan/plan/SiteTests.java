package io.github.corsstarter.scan.plan;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Site}.
 */
class SiteTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			https://API.example.com     |       | https://api.example.com
			https://api.example.com/    | /     | https://api.example.com
			https://api.example.com:443 | /shop | https://api.example.com/shop
			http://127.0.0.1:8080       | /shop/ | http://127.0.0.1:8080/shop
			HTTP://[::1]:80             |       | http://[::1]
			""")
	void ofShouldReadHostAndBasePath(URI uri, String basePath, String expected) {
		assertThat(Site.of(uri, (basePath != null) ? basePath : "")).hasToString(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			api.example.com                  |        | no http or https URL
			ftp://api.example.com            |        | no http or https URL
			https://user:s3cret@example.com  |        | holds a user
			https://my_app                   |        | has no host
			https://api.example.com/shop     |        | the base path
			https://api.example.com?a=b      |        | the base path
			https://api.example.com#a        |        | the base path
			https://api.example.com          | shop   | is no path
			https://api.example.com          | /a?b   | is no path
			""")
	void ofWhenUrlIsNotOfAHostShouldSayWhy(URI uri, String basePath, String reason) {
		assertThatIllegalArgumentException().isThrownBy(() -> Site.of(uri, (basePath != null) ? basePath : ""))
			.withMessageContaining(reason)
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("s3cret"));
	}

	@Test
	void withoutBasePathShouldTakeAwayWholeSegments() {
		Site site = Site.of(URI.create("https://api.example.com"), "/shop");
		assertThat(site.withoutBasePath("/shop/api/1")).isEqualTo("/api/1");
		assertThat(site.withoutBasePath("/shopping/1")).isEqualTo("/shopping/1");
		assertThat(site.withoutBasePath("/api/1")).isEqualTo("/api/1");
		assertThat(site.url("/api/1")).isEqualTo("https://api.example.com/shop/api/1");
	}

}
