package io.github.corsstarter.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * An application that was started on a port of its own.
 */
public final class Application implements AutoCloseable {

	public static final String SECURITY = "org.springframework.boot.security.";

	public static final String GATEWAY = "org.springframework.cloud.gateway.";

	private final ConfigurableApplicationContext context;

	private final Path file;

	private Application(ConfigurableApplicationContext context, Path file) {
		this.context = context;
		this.file = file;
	}

	/**
	 * Starts an application with neither Spring Security nor a gateway.
	 */
	public static Application start(Stack stack, String yaml, Class<?>... sources) {
		return start(stack, Stack.without(SECURITY, GATEWAY), yaml, sources);
	}

	public static Application start(Stack stack, String excluded, String yaml, Class<?>... sources) {
		List<Class<?>> all = new ArrayList<>(List.of(sources));
		all.add(AutoConfigured.class);
		Path file = write(yaml);
		ConfigurableApplicationContext context = new SpringApplicationBuilder(all.toArray(Class<?>[]::new))
			.web(stack.type())
			.properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off",
					"spring.main.register-shutdown-hook=false", "server.shutdown=immediate",
					"spring.reactor.netty.shutdown-quiet-period=0s",
					"spring.cloud.compatibility-verifier.enabled=false",
					"spring.autoconfigure.exclude=" + excluded + "," + stack.otherServers(),
					"spring.config.location=" + file.toUri())
			.run();
		return new Application(context, file);
	}

	private static Path write(String yaml) {
		try {
			return Files.writeString(Files.createTempFile("application", ".yml"), yaml);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public int port() {
		return property("local.server.port");
	}

	int managementPort() {
		return property("local.management.port");
	}

	private int property(String name) {
		return this.context.getEnvironment().getRequiredProperty(name, Integer.class);
	}

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	Http.Request get(String path) {
		return new Http.Request(port(), "GET", path);
	}

	Http.Request request(String method, String path) {
		return new Http.Request(port(), method, path);
	}

	Http.Request preflight(String method, String path, String origin) {
		return request("OPTIONS", path).origin(origin).header("Access-Control-Request-Method", method);
	}

	@Override
	public void close() {
		this.context.close();
		try {
			Files.delete(this.file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class AutoConfigured {

	}

}
