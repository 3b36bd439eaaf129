package io.github.corsstarter.cli.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.autoconfigure.CorsPolicyFiles;
import io.github.corsstarter.autoconfigure.actuate.FindingDescriptor;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.RandomValuePropertySource;
import org.springframework.boot.support.SpringApplicationJsonEnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Files of configuration, read as the application reads them: by Spring Boot, with
 * profiles, groups, imports, placeholders and environment variables.
 *
 * @param files the files; later ones win
 * @param profiles the active profiles; those that the files themselves activate where it
 * is empty
 * @param values values that come before all others
 * @param skippedImports prefixes of imports that are left out
 */
record ConfigurationFiles(List<Path> files, List<String> profiles, Map<String, String> values,
		List<String> skippedImports) {

	private static final String CONTEXT_PATH = "server.servlet.context-path";

	private static final String BASE_PATH = "spring.webflux.base-path";

	Configuration load() {
		SkippedImports skipped = new SkippedImports(this.skippedImports);
		Environment environment = environment(skipped);
		CorsPolicyFiles loaded = CorsPolicyFiles.load(environment);
		List<String> notes = new ArrayList<>(skipped.notes());
		if (!environment.getProperty("cors.enabled", Boolean.class, true)) {
			notes.add("cors.enabled is false: no filter acts, and nothing else was looked at.");
		}
		return new Configuration(loaded.policies(), loaded.findings().stream().map(FindingDescriptor::of).toList(),
				loaded.failOn(), loaded.locator(), basePath(environment), description(environment), false, notes);
	}

	private Environment environment(SkippedImports skipped) {
		ConfigurableEnvironment environment = new StandardEnvironment();
		if (environment.containsProperty(SpringApplicationJsonEnvironmentPostProcessor.SPRING_APPLICATION_JSON_PROPERTY)
				|| environment.containsProperty(
						SpringApplicationJsonEnvironmentPostProcessor.SPRING_APPLICATION_JSON_ENVIRONMENT_VARIABLE)) {
			new SpringApplicationJsonEnvironmentPostProcessor().postProcessEnvironment(environment,
					new SpringApplication());
		}
		RandomValuePropertySource.addToEnvironment(environment);
		environment.getPropertySources().addFirst(new MapPropertySource("command line", arguments()));
		DefaultBootstrapContext bootstrapContext = new DefaultBootstrapContext();
		bootstrapContext.register(SkippedImports.class, (context) -> skipped);
		try {
			ConfigDataEnvironmentPostProcessor.applyTo(environment, new FileLoader(this.files), bootstrapContext);
			return environment;
		}
		catch (UnusableInputException ex) {
			throw ex;
		}
		// Spring Boot, SnakeYAML and the JDK each throw their own.
		catch (RuntimeException ex) {
			throw new UnusableInputException(names() + " cannot be read: " + ex.getMessage(), ex);
		}
	}

	private Map<String, Object> arguments() {
		Map<String, Object> arguments = new LinkedHashMap<>(this.values);
		for (int i = 0; i < this.files.size(); i++) {
			arguments.put("spring.config.location[" + i + "]", location(this.files.get(i)));
		}
		if (!this.profiles.isEmpty()) {
			arguments.put("spring.profiles.active", String.join(",", this.profiles));
		}
		return arguments;
	}

	/**
	 * Returns a file's location. In one of Spring Boot a semicolon separates two, a star
	 * makes a pattern and a dollar sign begins a placeholder; in a URL a number sign ends
	 * the path.
	 */
	private static String location(Path file) {
		return file.toAbsolutePath()
			.normalize()
			.toUri()
			.toString()
			.replace(";", "%3B")
			.replace("*", "%2A")
			.replace("$", "%24");
	}

	private static String basePath(Environment environment) {
		String servlet = environment.getProperty(CONTEXT_PATH, "");
		boolean reactive = environment.getProperty("spring.main.web-application-type", "").equalsIgnoreCase("reactive");
		String path = (reactive || servlet.isEmpty()) ? environment.getProperty(BASE_PATH, "") : servlet;
		return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
	}

	private String description(Environment environment) {
		String[] active = environment.getActiveProfiles();
		return names() + ((active.length == 0) ? ""
				: " (profile" + ((active.length > 1) ? "s " : " ") + String.join(", ", active) + ")");
	}

	private String names() {
		return String.join(", ", this.files.stream().map(FileLoader::name).toList());
	}

}
