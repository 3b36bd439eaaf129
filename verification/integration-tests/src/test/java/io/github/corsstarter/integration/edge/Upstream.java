package io.github.corsstarter.integration.edge;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import io.github.corsstarter.integration.Http;

/**
 * What stands behind an edge: answers as a test has it, on connections that are kept.
 */
final class Upstream implements AutoCloseable {

	static final String RAN = "X-Handler-Ran";

	private final ServerSocket server;

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "upstream");
		thread.setDaemon(true);
		return thread;
	});

	private final Function<Head, Answer> handler;

	private Upstream(Function<Head, Answer> handler) {
		this.handler = handler;
		try {
			this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Upstream start(Function<Head, Answer> handler) {
		Upstream upstream = new Upstream(handler);
		upstream.threads.execute(upstream::accept);
		return upstream;
	}

	int port() {
		return this.server.getLocalPort();
	}

	private void accept() {
		try {
			while (!this.server.isClosed()) {
				Socket socket = this.server.accept();
				this.threads.execute(() -> serve(socket));
			}
		}
		catch (IOException ex) {
			// Closed.
		}
	}

	private void serve(Socket socket) {
		try (socket) {
			socket.setTcpNoDelay(true);
			InputStream in = new BufferedInputStream(socket.getInputStream());
			Head head = read(in);
			while (head != null) {
				Answer answer = this.handler.apply(head);
				socket.getOutputStream().write(bytes(answer, head.method().equals("HEAD")));
				head = read(in);
			}
		}
		catch (IOException ex) {
			// The edge hung up.
		}
	}

	private static Head read(InputStream in) throws IOException {
		String line = line(in);
		if (line == null) {
			return null;
		}
		String[] words = line.split(" ");
		List<Http.Field> fields = new ArrayList<>();
		for (line = line(in); line != null && !line.isEmpty(); line = line(in)) {
			int colon = line.indexOf(':');
			fields.add(new Http.Field(line.substring(0, colon), line.substring(colon + 1).strip()));
		}
		Head head = new Head(words[0], words[1], fields);
		in.skipNBytes(Integer.parseInt(head.first("Content-Length", "0")));
		return head;
	}

	private static String line(InputStream in) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		int octet = in.read();
		while (octet >= 0 && octet != '\n') {
			if (octet != '\r') {
				bytes.write(octet);
			}
			octet = in.read();
		}
		return (octet < 0 && bytes.size() == 0) ? null : bytes.toString(StandardCharsets.ISO_8859_1);
	}

	private static byte[] bytes(Answer answer, boolean head) {
		StringBuilder text = new StringBuilder("HTTP/1.1 " + answer.status() + " Handled\r\n" + RAN + ": yes\r\n");
		answer.fields().forEach((field) -> text.append(field.name() + ": " + field.value() + "\r\n"));
		text.append("Content-Length: 7\r\n\r\n").append(head ? "" : "handled");
		return text.toString().getBytes(StandardCharsets.ISO_8859_1);
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.threads.shutdownNow();
	}

	/**
	 * The head of a request as the edge passed it on.
	 */
	record Head(String method, String target, List<Http.Field> fields) {

		String first(String name, String otherwise) {
			return this.fields.stream()
				.filter((field) -> field.name().equalsIgnoreCase(name))
				.map(Http.Field::value)
				.findFirst()
				.orElse(otherwise);
		}

	}

	/**
	 * What to answer.
	 */
	record Answer(int status, List<Http.Field> fields) {

		static final Answer OK = new Answer(200, List.of());

	}

}
