package io.github.corsstarter.test;

import java.util.Map;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsRequestAccessor;
import io.github.corsstarter.PropertyLocator;
import io.github.corsstarter.autoconfigure.CorsPolicyLoader;
import io.github.corsstarter.autoconfigure.LoadedCorsPolicies;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Policies, and where they are written.
 *
 * @param engine decides by the policies
 * @param locator tells where they are written
 */
record WrittenPolicies(CorsEngine engine, PropertyLocator locator) {

	private static final CorsObserver.PolicyObserver UNOBSERVED = new CorsObserver.PolicyObserver() {

		@Override
		public <R> void decided(String pattern, CorsDecision decision, R request, CorsRequestAccessor<R> accessor) {
		}

	};

	static WrittenPolicies of(Environment environment) {
		LoadedCorsPolicies loaded = CorsPolicyLoader.of(environment).load();
		return new WrittenPolicies(new CorsEngine(loaded.policies(), (policy) -> UNOBSERVED), locator(loaded));
	}

	static WrittenPolicies in(String location, String... profiles) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.setActiveProfiles(profiles);
		environment.getPropertySources()
			.addFirst(new MapPropertySource("location", Map.of("spring.config.location", location)));
		ConfigDataEnvironmentPostProcessor.applyTo(environment);
		return of(environment);
	}

	private static PropertyLocator locator(LoadedCorsPolicies loaded) {
		return new PropertyLocator() {

			@Override
			public @Nullable String locate(String policy, String key) {
				return loaded.source(policy, key);
			}

			@Override
			public String property(String policy, String key) {
				return loaded.property(policy, key);
			}

		};
	}

}
