package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.autoconfigure.properties.CorsProperties;
import io.github.corsstarter.rules.Rule;
import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

class CorsRuntimeHintsTests {

	@Test
	void registerHintsShouldCoverPropertiesAndPublicSuffixes() {
		RuntimeHints hints = new RuntimeHints();
		SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class)
			.stream()
			.filter(CorsRuntimeHints.class::isInstance)
			.forEach((registrar) -> registrar.registerHints(hints, null));
		assertThat(RuntimeHintsPredicates.reflection().onType(CorsProperties.class)).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(CorsProperties.Policy.class)).accepts(hints);
		assertThat(RuntimeHintsPredicates.resource()
			.forResource("io/github/corsstarter/autoconfigure/effective_tld_names.dat")).accepts(hints);
		assertThat(PublicSuffixes.class.getResource("effective_tld_names.dat")).isNotNull();
		assertThat(RuntimeHintsPredicates.resource().forResource("io/github/corsstarter/rules/page.properties"))
			.accepts(hints);
		assertThat(Rule.class.getResource("page.properties")).isNotNull();
	}

}
