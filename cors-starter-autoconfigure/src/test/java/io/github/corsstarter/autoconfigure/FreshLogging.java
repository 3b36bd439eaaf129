package io.github.corsstarter.autoconfigure;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;

/**
 * Starts logging anew before a test that looks at its output: applications of other tests
 * leave their levels behind, and those that never got as far as their logging leave it
 * shut.
 */
public final class FreshLogging implements BeforeEachCallback {

	@Override
	public void beforeEach(ExtensionContext context) {
		LoggingSystem system = LoggingSystem.get(getClass().getClassLoader());
		system.cleanUp();
		system.beforeInitialize();
		system.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
	}

}
