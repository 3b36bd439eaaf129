package io.github.corsstarter.test;

import java.util.Map;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.autoconfigure.CorsPolicyFiles;

import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Policies, and where they are written.
 *
 * @param engine decides by the policies
 * @param locator tells where they are written
 * @param basePath what stands in front of their paths in URLs, or the empty text
 */
record WrittenPolicies(CorsEngine engine, PropertyLocator locator, String basePath) {

	static WrittenPolicies of(ApplicationContext context) {
		CorsEngine engine = context.getBeanProvider(CorsEngine.class).getIfAvailable();
		if (engine == null) {
			return of(context.getEnvironment());
		}
		PropertyLocator locator = context.getBeanProvider(PropertyLocator.class)
			.getIfAvailable(() -> PropertyLocator.UNKNOWN);
		return new WrittenPolicies(engine, locator, basePath(context.getEnvironment()));
	}

	static WrittenPolicies of(Environment environment) {
		CorsPolicyFiles files = CorsPolicyFiles.load(environment).orThrow();
		return new WrittenPolicies(new CorsEngine(files.policies(), CorsObserver.NONE), files.locator(),
				basePath(environment));
	}

	/**
	 * Returns what stands in front of an application's paths: its context path, or the
	 * base path of a reactive one.
	 */
	static String basePath(Environment environment) {
		String contextPath = environment.getProperty("server.servlet.context-path", "");
		boolean reactive = "reactive".equalsIgnoreCase(environment.getProperty("spring.main.web-application-type"));
		return (reactive || contextPath.isEmpty()) ? environment.getProperty("spring.webflux.base-path", "")
				: contextPath;
	}

	static WrittenPolicies in(String location, String... profiles) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.setActiveProfiles(profiles);
		environment.getPropertySources()
			.addFirst(new MapPropertySource("location", Map.of("spring.config.location", location)));
		ConfigDataEnvironmentPostProcessor.applyTo(environment);
		return of(environment);
	}

}
