package io.github.corsstarter.scan.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server that writes bytes as a test has them, of protocols or not.
 */
public final class RawServer implements AutoCloseable {

	private final ServerSocket socket;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final List<String> heads = new CopyOnWriteArrayList<>();

	private final Script script;

	RawServer(Script script) {
		this.script = script;
		try {
			this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.threads.execute(this::accept);
	}

	public static RawServer answering(String answer) {
		return new RawServer((out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
	}

	public URI uri() {
		return URI.create("http://127.0.0.1:" + this.socket.getLocalPort());
	}

	/**
	 * Returns the heads of all requests.
	 */
	public List<String> heads() {
		return this.heads;
	}

	private void accept() {
		try {
			while (!this.socket.isClosed()) {
				Socket connection = this.socket.accept();
				this.threads.execute(() -> serve(connection));
			}
		}
		catch (IOException ex) {
			// Closed.
		}
	}

	private void serve(Socket connection) {
		try (connection) {
			BufferedReader in = new BufferedReader(
					new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
			StringBuilder head = new StringBuilder();
			String line = in.readLine();
			while (line != null && !line.isEmpty()) {
				head.append(line).append('\n');
				line = in.readLine();
			}
			this.heads.add(head.toString());
			this.script.answer(connection.getOutputStream());
			connection.getOutputStream().flush();
		}
		catch (IOException ex) {
			// The client went away, which is what some tests are about.
		}
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
		this.threads.shutdownNow();
	}

	/**
	 * Writes an answer.
	 */
	@FunctionalInterface
	interface Script {

		void answer(OutputStream out) throws IOException;

	}

}
