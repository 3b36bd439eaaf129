package io.github.corsstarter.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.InvalidCorsPolicyException;
import io.github.corsstarter.rules.Rule;
import io.github.corsstarter.rules.Severity;
import org.junit.jupiter.api.Test;

import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CorsPolicyFiles}.
 */
class CorsPolicyFilesTests {

	private final Map<String, Object> properties = new LinkedHashMap<>();

	CorsPolicyFilesTests() {
		this.properties.put("cors.policies.shop.paths", "/shop/**");
		this.properties.put("cors.policies.shop.allowed-origins", "https://shop.example.com");
	}

	@Test
	void loadWhenAPolicyIsWrongShouldHaveTheOthersAndTheFinding() {
		this.properties.put("cors.policies.news.paths", "/news/**");
		CorsPolicyFiles files = load();
		assertThat(files.policies().policies()).extracting(CorsPolicy::name).containsExactly("shop");
		assertThat(files.findings()).singleElement()
			.returns(Rule.NO_ORIGINS, Finding::rule)
			.returns("cors.policies.news.allowed-origins", Finding::property);
		assertThatExceptionOfType(InvalidCorsPolicyException.class).isThrownBy(files::orThrow)
			.satisfies((ex) -> assertThat(ex.getFindings()).isEqualTo(files.findings()));
	}

	@Test
	void orThrowWhenThereAreWarningsShouldThrowFromTheSeverityThatIsConfigured() {
		this.properties.put("cors.policies.shop.max-age", "12h");
		CorsPolicyFiles files = load();
		assertThat(files.failOn()).isEqualTo(Severity.ERROR);
		assertThat(files.findings()).extracting(Finding::rule).containsExactly(Rule.MAX_AGE_ABOVE_BROWSER_CAP);
		assertThat(files.orThrow()).isSameAs(files);
		this.properties.put("cors.fail-on", "warning");
		assertThatExceptionOfType(InvalidCorsPolicyException.class).isThrownBy(load()::orThrow);
	}

	@Test
	void loadWhenSettingsAreWrittenShouldHaveThem() {
		this.properties.put("cors.preflight-status", "200");
		assertThat(load().settings().preflightStatus()).isEqualTo(200);
	}

	@Test
	void loadWhenSwitchedOffShouldHaveNothing() {
		this.properties.put("cors.enabled", "false");
		this.properties.put("cors.nonsense", "1");
		assertThat(load().policies().policies()).isEmpty();
		assertThat(load().findings()).isEmpty();
	}

	@Test
	void locatorWhenAskedShouldNameThePlace() {
		assertThat(load().locator().describe("shop", "paths"))
			.isEqualTo("cors.policies.shop.paths (\"cors.policies.shop.paths\" from property source \"file\")");
	}

	private CorsPolicyFiles load() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("file", this.properties));
		return CorsPolicyFiles.load(environment);
	}

}
