package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.explain.PropertyLocator;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the policies that were loaded last stand in the configuration.
 */
final class CurrentLocator implements PropertyLocator {

	private final CorsPolicyLoader loader;

	CurrentLocator(CorsPolicyLoader loader) {
		this.loader = loader;
	}

	@Override
	public @Nullable String locate(String policy, String key) {
		return this.loader.current().locate(policy, key);
	}

	@Override
	public String property(String policy, String key) {
		return this.loader.current().property(policy, key);
	}

}
