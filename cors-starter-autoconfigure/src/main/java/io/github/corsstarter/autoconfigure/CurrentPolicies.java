package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.explain.PropertyLocator;
import org.jspecify.annotations.Nullable;

/**
 * The policies in force, and where they stand.
 */
final class CurrentPolicies implements PropertyLocator {

	// Read while requests wait, and never locked: a refresh may be waiting for a
	// database.
	private volatile LoadedCorsPolicies loaded;

	CurrentPolicies(LoadedCorsPolicies loaded) {
		this.loaded = loaded;
	}

	LoadedCorsPolicies get() {
		return this.loaded;
	}

	void set(LoadedCorsPolicies loaded) {
		this.loaded = loaded;
	}

	@Override
	public @Nullable String locate(String policy, String key) {
		return this.loaded.locate(policy, key);
	}

	@Override
	public String property(String policy, String key) {
		return this.loaded.property(policy, key);
	}

}
