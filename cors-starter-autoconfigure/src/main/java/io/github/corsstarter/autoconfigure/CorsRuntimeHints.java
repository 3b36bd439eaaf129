package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.autoconfigure.properties.CorsProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.boot.context.properties.bind.BindableRuntimeHintsRegistrar;

/**
 * What a native image cannot find out by itself: properties are bound by a
 * {@link org.springframework.boot.context.properties.bind.Binder}, not as a bean.
 */
final class CorsRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		BindableRuntimeHintsRegistrar.forTypes(CorsProperties.class).registerHints(hints, classLoader);
		hints.resources().registerPattern(PublicSuffixes.LOCATION);
		hints.resources().registerPattern("io/github/corsstarter/rules/page.properties");
	}

}
