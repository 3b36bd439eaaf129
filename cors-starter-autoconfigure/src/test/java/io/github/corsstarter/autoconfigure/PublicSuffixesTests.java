package io.github.corsstarter.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.github.corsstarter.autoconfigure.inspect.ApplicationFacts;
import io.github.corsstarter.autoconfigure.inspect.EnvironmentFacts;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class PublicSuffixesTests {

	private final PublicSuffixes suffixes = new PublicSuffixes();

	@ParameterizedTest
	@ValueSource(strings = { "com", "co.uk", "github.io", "any.ck", "xn--55qx5d.cn" })
	void testWhenListedShouldBeSuffix(String domain) {
		assertThat(this.suffixes.test(domain)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "example.com", "www.ck", "city.kawasaki.jp", "city.kobe.jp", "bucket.example.com",
			"localhost", "" })
	void testWhenNotListedShouldBeNone(String domain) {
		assertThat(this.suffixes.test(domain)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "amazonaws.com", "run.app", "kobe.jp", "ck", "windows.net", "eu-west-1.amazonaws.com" })
	void testWhenPublicSuffixesStandBelowShouldBeSuffix(String domain) {
		assertThat(this.suffixes.test(domain)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://*.amazonaws.com", "https://*.run.app", "https://*.kobe.jp", "https://*.ck",
			"https://app-*.amazonaws.com" })
	void loadWhenPublicSuffixesStandBelowWildcardWithCredentialsShouldFindThat(String origin) {
		MockEnvironment environment = new MockEnvironment().withProperty("cors.policies.a.paths", "/a")
			.withProperty("cors.policies.a.allow-credentials", "true")
			.withProperty("cors.policies.a.allowed-origins", origin);
		assertThat(CorsPolicyFiles.load(environment).findings()).extracting(Finding::rule)
			.containsExactly(Rule.PUBLIC_SUFFIX_WITH_CREDENTIALS);
	}

	@Test
	void forgetWhenLoadedShouldGiveTheMemoryBackAndReadAgain() {
		this.suffixes.test("com");
		this.suffixes.forget();
		assertThat(this.suffixes.isLoaded()).isFalse();
		assertThat(this.suffixes.test("com")).isTrue();
	}

	@Test
	void loadWhenNoOriginHasAWildcardShouldNotReadTheList() {
		MockEnvironment environment = new MockEnvironment().withProperty("cors.policies.a.paths", "/a")
			.withProperty("cors.policies.a.allowed-origins", "https://shop.example.com");
		ApplicationFacts facts = EnvironmentFacts.servlet(environment);
		CorsPolicyLoader loader = new CorsPolicyLoader(environment, Map::of, this.suffixes);
		loader.load(facts);
		assertThat(this.suffixes.reads()).isZero();
		environment.setProperty("cors.policies.a.allowed-origins", "https://*.example.com");
		loader.load(facts);
		assertThat(this.suffixes.reads()).isOne();
		assertThat(this.suffixes.isLoaded()).isFalse();
	}

	@Test
	void listWhenShippedShouldKeepItsLicenceAndStandWhereNoHttpClientFindsIt() {
		assertThat(new ClassPathResource("effective_tld_names.dat", PublicSuffixes.class))
			.satisfies((list) -> assertThat(list.getContentAsString(StandardCharsets.UTF_8)).contains("Mozilla Public",
					"===BEGIN PRIVATE DOMAINS==="));
		assertThat(new ClassPathResource("org/publicsuffix/list/effective_tld_names.dat").exists()).isFalse();
	}

}
