package io.github.corsstarter.compatibility;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that runs in a JVM of its own.
 */
public final class Consumer implements AutoCloseable {

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

	private final Process process;

	private final StringWriter output = new StringWriter();

	private int port;

	private int managementPort;

	private Consumer(Process process) {
		this.process = process;
	}

	/**
	 * Starts an application of {@code consumers} and waits until it answers.
	 */
	static Consumer start(Jdk jdk, Path jar, String... arguments) throws IOException {
		Consumer consumer = launch(jdk, jar, arguments);
		try (Scanner ports = consumer.await("ready on ")) {
			consumer.port = ports.nextInt();
			ports.next();
			consumer.managementPort = ports.nextInt();
		}
		return consumer;
	}

	/**
	 * Starts another application on Tomcat and waits until it answers.
	 */
	public static Consumer startTomcat(Path jar, String... arguments) throws IOException {
		return launch(Jdk.CURRENT, jar, arguments).awaitTomcat();
	}

	/**
	 * Starts a Tomcat that stands in a folder of its own, as an administrator does, and
	 * waits until what is deployed there answers.
	 */
	static Consumer startDeployed(Path tomcat, Path base) throws IOException {
		Path bin = tomcat.resolve("bin");
		Consumer consumer = new Consumer(new ProcessBuilder(Jdk.CURRENT.java().toString(), "-Xmx256m",
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dcatalina.home=" + tomcat, "-Dcatalina.base=" + base,
				"-cp", bin.resolve("bootstrap.jar") + File.pathSeparator + bin.resolve("tomcat-juli.jar"),
				"org.apache.catalina.startup.Bootstrap", "start")
			.redirectErrorStream(true)
			.start());
		try (Scanner ports = consumer.await("Starting ProtocolHandler [\"http-nio-127.0.0.1-auto-1-")) {
			consumer.port = ports.useDelimiter("\"").nextInt();
		}
		return consumer;
	}

	/**
	 * Runs a command line that ends in an application on Tomcat and waits until that
	 * answers.
	 */
	static Consumer run(Path folder, String line) throws IOException {
		ProcessBuilder shell = new ProcessBuilder("sh", "-c", line).directory(folder.toFile())
			.redirectErrorStream(true);
		shell.environment()
			.putAll(Map.of("SERVER_PORT", "0", "SERVER_ADDRESS", "127.0.0.1", "MAVEN_OPTS",
					"-Dmaven.repo.local=" + System.getProperty("outer.repository")));
		return new Consumer(shell.start()).awaitTomcat();
	}

	private Consumer awaitTomcat() throws IOException {
		try (Scanner ports = await("Tomcat started on port ")) {
			this.port = ports.nextInt();
		}
		return this;
	}

	/**
	 * Waits for a line that holds a text, and returns what follows there.
	 */
	private Scanner await(String text) throws IOException {
		BufferedReader reader = this.process.inputReader(StandardCharsets.UTF_8);
		String line = reader.readLine();
		while (line != null && !line.contains(text)) {
			this.output.append(line).append('\n');
			line = reader.readLine();
		}
		assertThat(line).as(() -> "The application starts:\n" + this.output).isNotNull();
		drain(reader);
		return new Scanner(line.substring(line.indexOf(text) + text.length()));
	}

	/**
	 * Starts an application that is to fail, and returns what it prints.
	 */
	static String fail(Jdk jdk, Path jar, String... arguments) throws IOException, InterruptedException {
		try (Consumer consumer = launch(jdk, jar, arguments)) {
			String output = new String(consumer.process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(consumer.process.waitFor()).as(output).isEqualTo(1);
			return output;
		}
	}

	private static Consumer launch(Jdk jdk, Path jar, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(jdk.java().toString(), "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
		for (String argument : arguments) {
			if (argument.startsWith("-D")) {
				command.add(argument);
			}
		}
		command.addAll(List.of("-jar", jar.toString(), "--server.port=0", "--server.address=127.0.0.1",
				"--server.netty.max-keep-alive-requests=1"));
		for (String argument : arguments) {
			if (argument.startsWith("--")) {
				command.add(argument);
			}
		}
		return new Consumer(new ProcessBuilder(command).redirectErrorStream(true).start());
	}

	// An application whose output nobody reads would stand still.
	private void drain(BufferedReader reader) {
		Thread thread = new Thread(() -> {
			try (reader) {
				reader.lines().forEach((line) -> this.output.append(line).append('\n'));
			}
			catch (UncheckedIOException | IOException ex) {
				// It was stopped.
			}
		}, "consumer output");
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * Sends a request without a body.
	 */
	public HttpResponse<String> send(String method, String path, String... headers)
			throws IOException, InterruptedException {
		return send(this.port, method, path, headers);
	}

	HttpResponse<String> manage(String method, String path, String... headers)
			throws IOException, InterruptedException {
		return send(this.managementPort, method, path, headers);
	}

	private HttpResponse<String> send(int port, String method, String path, String... headers)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
			.timeout(Duration.ofSeconds(30))
			.method(method, HttpRequest.BodyPublishers.noBody());
		if (headers.length > 0) {
			request.headers(headers);
		}
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	int port() {
		return this.port;
	}

	String output() {
		return this.output.toString();
	}

	@Override
	public void close() {
		// A shell does not take its children with it.
		this.process.descendants().forEach(ProcessHandle::destroy);
		this.process.destroy();
		try {
			if (this.process.waitFor(20, TimeUnit.SECONDS)) {
				return;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.process.destroyForcibly();
	}

}
