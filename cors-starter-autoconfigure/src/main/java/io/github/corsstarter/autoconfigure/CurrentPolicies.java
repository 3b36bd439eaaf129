package io.github.corsstarter.autoconfigure;

import java.util.function.Supplier;

import io.github.corsstarter.autoconfigure.properties.CorsProperties;
import io.github.corsstarter.explain.PropertyLocator;
import org.jspecify.annotations.Nullable;

/**
 * The policies in force, and where they stand. It supplies the properties to other beans,
 * as Spring Boot would bind the bean of the properties anew for each of them.
 */
final class CurrentPolicies implements PropertyLocator, Supplier<CorsProperties> {

	// Read while requests wait, and never locked: a refresh may be waiting for a
	// database.
	private volatile LoadedCorsPolicies loaded;

	CurrentPolicies(LoadedCorsPolicies loaded) {
		this.loaded = loaded;
	}

	@Override
	public CorsProperties get() {
		return this.loaded.properties();
	}

	LoadedCorsPolicies loaded() {
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
