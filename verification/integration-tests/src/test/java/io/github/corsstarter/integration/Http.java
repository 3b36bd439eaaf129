package io.github.corsstarter.integration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Talks HTTP byte by byte: clients tidy up what these tests are about.
 */
public final class Http {

	private static final int TIMEOUT_MILLIS = 30_000;

	private Http() {
	}

	/**
	 * A header field.
	 *
	 * @param name the name
	 * @param value the value
	 */
	public record Field(String name, String value) {
	}

	/**
	 * A request to a server on this machine.
	 */
	public static final class Request {

		private final int port;

		private final String method;

		private final String path;

		private final List<Field> fields = new ArrayList<>();

		private String host = "api.example.net";

		private String body = "";

		public Request(int port, String method, String path) {
			this.port = port;
			this.method = method;
			this.path = path;
		}

		public Request origin(String origin) {
			return header("Origin", origin);
		}

		public Request host(String host) {
			this.host = host;
			return this;
		}

		public Request header(String name, String value) {
			this.fields.add(new Field(name, value));
			return this;
		}

		public Request body(String contentType, String body) {
			this.body = body;
			return header("Content-Type", contentType);
		}

		boolean isHead() {
			return this.method.equals("HEAD");
		}

		public byte[] bytes(boolean keepAlive) {
			StringBuilder head = new StringBuilder(this.method + " " + this.path + " HTTP/1.1\r\nHost: " + this.host);
			this.fields.forEach((field) -> head.append("\r\n").append(field.name()).append(": ").append(field.value()));
			if (!this.method.equals("GET") || !this.body.isEmpty()) {
				head.append("\r\nContent-Length: ").append(this.body.getBytes(StandardCharsets.UTF_8).length);
			}
			head.append(keepAlive ? "\r\n\r\n" : "\r\nConnection: close\r\n\r\n").append(this.body);
			return head.toString().getBytes(StandardCharsets.UTF_8);
		}

		public Response send() {
			try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
				socket.setSoTimeout(TIMEOUT_MILLIS);
				socket.getOutputStream().write(bytes(false));
				socket.getOutputStream().flush();
				ByteArrayOutputStream answer = new ByteArrayOutputStream();
				socket.getInputStream().transferTo(answer);
				return Response.parse(answer.toString(StandardCharsets.UTF_8));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(this.method + " " + this.path, ex);
			}
		}

	}

	/**
	 * What came back.
	 *
	 * @param status the status
	 * @param fields the header fields in their order
	 * @param body what follows the head, in chunks where it came so
	 */
	public record Response(int status, List<Field> fields, String body) {

		static Response parse(String text) {
			int end = text.indexOf("\r\n\r\n");
			if (end < 0) {
				throw new IllegalStateException("No HTTP response: " + text);
			}
			String[] lines = text.substring(0, end).split("\r\n");
			List<Field> fields = new ArrayList<>();
			for (int i = 1; i < lines.length; i++) {
				int colon = lines[i].indexOf(':');
				fields.add(new Field(lines[i].substring(0, colon), lines[i].substring(colon + 1).strip()));
			}
			return new Response(Integer.parseInt(lines[0].split(" ")[1]), fields, text.substring(end + 4));
		}

		/**
		 * The body without the lengths of chunks, where it came in such. Only for text in
		 * ASCII: lengths count bytes.
		 */
		String content() {
			if (!"chunked".equalsIgnoreCase(header("Transfer-Encoding"))) {
				return this.body;
			}
			StringBuilder content = new StringBuilder();
			int at = 0;
			int length = -1;
			while (length != 0) {
				int end = this.body.indexOf("\r\n", at);
				length = Integer.parseInt(this.body.substring(at, end).strip(), 16);
				content.append(this.body, end + 2, end + 2 + length);
				at = end + 2 + length + 2;
			}
			return content.toString();
		}

		public List<String> all(String name) {
			return this.fields.stream()
				.filter((field) -> field.name().equalsIgnoreCase(name))
				.map(Field::value)
				.toList();
		}

		public String header(String name) {
			List<String> values = all(name);
			if (values.size() > 1) {
				throw new AssertionError("More than one " + name + ": " + values);
			}
			return values.isEmpty() ? null : values.get(0);
		}

		/**
		 * The names of all CORS headers, as often as they appear.
		 */
		public List<String> corsHeaders() {
			return this.fields.stream()
				.map(Field::name)
				.filter((name) -> name.regionMatches(true, 0, "Access-Control-", 0, 15))
				.toList();
		}

		/**
		 * All that {@code Vary} names, in all fields, in lower case and in order.
		 */
		public List<String> vary() {
			return all("Vary").stream()
				.flatMap((value) -> List.of(value.split(",")).stream())
				.map((name) -> name.strip().toLowerCase(java.util.Locale.ROOT))
				.sorted()
				.toList();
		}

	}

}
