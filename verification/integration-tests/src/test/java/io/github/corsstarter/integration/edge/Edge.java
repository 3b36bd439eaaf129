package io.github.corsstarter.integration.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.corsstarter.edge.EdgeFile;
import org.awaitility.Awaitility;

/**
 * A server that runs with files of edge configuration.
 */
final class Edge implements AutoCloseable {

	private final Process process;

	private final int port;

	private Edge(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	static Edge start(Server server, Path directory, List<EdgeFile> files, int upstream, Place place) {
		try {
			Files.createDirectories(directory);
			for (EdgeFile file : files) {
				Files.writeString(directory.resolve(file.name()), file.content());
			}
			int port = freePort();
			Files.writeString(directory.resolve("server.conf"), server.configuration(directory, port, upstream, place));
			return start(server, directory, port);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Starts a server whose configuration is written.
	 */
	static Edge start(Server server, Path directory, int port) throws IOException {
		Path log = directory.resolve("server.log");
		Process process = new ProcessBuilder(server.command(directory)).redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		awaitStart(process, port, log);
		return new Edge(process, port);
	}

	private static void awaitStart(Process process, int port, Path log) throws IOException {
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.pollInterval(Duration.ofMillis(50))
			.until(() -> !process.isAlive() || isListening(port));
		if (!process.isAlive()) {
			throw new IllegalStateException("Did not start: " + Files.readString(log));
		}
	}

	private static boolean isListening(int port) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	int port() {
		return this.port;
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			this.process.waitFor(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
