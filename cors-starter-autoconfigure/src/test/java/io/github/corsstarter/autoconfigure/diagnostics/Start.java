package io.github.corsstarter.autoconfigure.diagnostics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.autoconfigure.CorsAutoConfiguration;
import io.github.corsstarter.autoconfigure.servlet.ServletCorsAutoConfiguration;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.InvalidCorsPolicyException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Starts of a small servlet application with the starter, each from configuration files,
 * environment variables and properties of its own.
 */
public final class Start {

	private static final String FILE = "URL [file:";

	private final Map<String, String> files = new LinkedHashMap<>();

	private final Map<String, Object> environment = new LinkedHashMap<>();

	private final List<String> arguments = new ArrayList<>();

	private final List<String> properties = new ArrayList<>();

	private Class<?>[] configurations = {};

	private AutoConfigurations autoConfigurations = AutoConfigurations.of(CorsAutoConfiguration.class,
			ServletCorsAutoConfiguration.class);

	public static Start with(String yaml) {
		return new Start().file("application.yml", yaml);
	}

	public Start file(String name, String text) {
		this.files.put(name, text);
		return this;
	}

	public Start variable(String name, String value) {
		this.environment.put(name, value);
		return this;
	}

	public Start argument(String argument) {
		this.arguments.add(argument);
		return this;
	}

	public Start property(String pair) {
		this.properties.add(pair);
		return this;
	}

	public Start configuration(Class<?>... configurations) {
		this.configurations = configurations;
		return this;
	}

	public Start autoConfigurations(AutoConfigurations autoConfigurations) {
		this.autoConfigurations = autoConfigurations;
		return this;
	}

	/**
	 * Starts, hands the context over, whether or not it failed, and closes it.
	 */
	public void run(Consumer<AssertableWebApplicationContext> consumer) {
		Path directory = write();
		new WebApplicationContextRunner().withConfiguration(this.autoConfigurations)
			.withUserConfiguration(this.configurations)
			.withPropertyValues("spring.config.location=" + directory + "/")
			.withPropertyValues(this.properties.toArray(String[]::new))
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", this.environment)))
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SimpleCommandLinePropertySource(this.arguments.toArray(String[]::new))))
			.withInitializer(new ConfigDataApplicationContextInitializer())
			.run(consumer::accept);
	}

	/**
	 * Starts and returns what was found: the errors where it fails, and otherwise the
	 * warnings.
	 */
	public List<Finding> findings() {
		List<Finding> findings = new ArrayList<>();
		run((context) -> {
			if (context.getStartupFailure() == null) {
				findings.addAll(context.getBean(CorsEngine.class).policySet().findings());
			}
			else {
				findings.addAll(failure(context.getStartupFailure()).getFindings());
			}
		});
		return findings;
	}

	/**
	 * Starts, which must fail, and returns the report, as if the files were on the class
	 * path.
	 */
	public String report() {
		StringBuilder report = new StringBuilder();
		run((context) -> {
			FailureAnalysis analysis = Objects
				.requireNonNull(new InvalidCorsPolicyFailureAnalyzer().analyze(failure(context.getStartupFailure())));
			report.append(analysis.getDescription());
		});
		return onClassPath(report.toString()).replace(System.lineSeparator(), "\n");
	}

	private static String onClassPath(String text) {
		StringBuilder shortened = new StringBuilder();
		int from = 0;
		for (int start = text.indexOf(FILE); start >= 0; start = text.indexOf(FILE, from)) {
			int end = text.indexOf(']', start);
			shortened.append(text, from, start).append("class path resource [");
			shortened.append(text, text.lastIndexOf('/', end) + 1, end);
			from = end;
		}
		return shortened.append(text.substring(from)).toString();
	}

	public static InvalidCorsPolicyException failure(@Nullable Throwable thrown) {
		Throwable failure = thrown;
		while (failure != null) {
			if (failure instanceof InvalidCorsPolicyException invalid) {
				return invalid;
			}
			failure = failure.getCause();
		}
		throw new AssertionError("The start does not fail for an invalid policy", thrown);
	}

	public Path write() {
		try {
			Path directory = Files.createTempDirectory(Path.of("target"), "start");
			for (Map.Entry<String, String> file : this.files.entrySet()) {
				Files.writeString(directory.resolve(file.getKey()), file.getValue());
			}
			return directory.toAbsolutePath();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
