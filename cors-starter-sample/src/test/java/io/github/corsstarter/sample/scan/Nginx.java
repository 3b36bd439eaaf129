package io.github.corsstarter.sample.scan;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * An nginx in front of the sample, that of Debian's package.
 */
record Nginx(Process process, int port) implements AutoCloseable {

	private static final Path EXECUTABLE = Path.of("/usr/sbin/nginx");

	/**
	 * Starts a server.
	 * @param directory holds what it needs
	 * @param http lines of {@code http}
	 * @param location lines of {@code location}, in front of what proxies
	 * @param upstream the sample's port
	 */
	static Nginx start(Path directory, String http, String location, int upstream) throws IOException {
		require();
		int port = freePort();
		Path configuration = Files.writeString(Files.createDirectories(directory).resolve("nginx.conf"), """
				daemon off;
				pid nginx.pid;
				worker_processes 1;
				events {}
				http {
				  access_log off;
				  client_body_temp_path body;
				  proxy_temp_path proxy;
				  fastcgi_temp_path fastcgi;
				  uwsgi_temp_path uwsgi;
				  scgi_temp_path scgi;
				%1$s
				  server {
				    listen 127.0.0.1:%3$d;
				    location / {
				%2$s
				      proxy_pass http://127.0.0.1:%4$d;
				      proxy_set_header Host $http_host;
				    }
				  }
				}
				""".formatted(http, location, port, upstream));
		Path log = directory.resolve("nginx.log");
		Process process = new ProcessBuilder(EXECUTABLE.toString(), "-p", directory.toString(), "-e", "stderr", "-c",
				configuration.toString())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive() || isListening(port));
		if (!process.isAlive()) {
			throw new IllegalStateException("Did not start: " + Files.readString(log));
		}
		return new Nginx(process, port);
	}

	/**
	 * Skips the tests where nginx is not installed, and fails them where all are to run.
	 */
	private static void require() {
		boolean installed = Files.isExecutable(EXECUTABLE);
		String missing = EXECUTABLE + " is missing; install the package nginx-light";
		if (!installed && "true".equals(System.getenv("CI"))) {
			throw new IllegalStateException(missing);
		}
		if (!installed) {
			System.out.println("Skipped: " + missing);
		}
		assumeTrue(installed, missing);
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
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
