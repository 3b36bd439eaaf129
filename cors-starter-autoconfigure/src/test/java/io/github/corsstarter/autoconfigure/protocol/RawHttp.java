package io.github.corsstarter.autoconfigure.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sends requests byte by byte: HTTP clients tidy up what these tests are about.
 */
public final class RawHttp {

	private static final int TIMEOUT_MILLIS = 20_000;

	private RawHttp() {
	}

	/**
	 * Sends a request.
	 * @param port the server's port on this machine
	 * @param method the method
	 * @param path path and query
	 * @param headers the fields, with or without a Host
	 * @return the response
	 * @throws IOException if the server closes the connection early
	 */
	public static Response exchange(int port, String method, String path, List<Map.Entry<String, String>> headers)
			throws IOException {
		StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
		if (headers.stream().noneMatch((header) -> header.getKey().equalsIgnoreCase("Host"))) {
			head.append("Host: api.example.net\r\n");
		}
		headers.forEach((header) -> head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n"));
		head.append("Content-Length: 0\r\nConnection: close\r\n\r\n");
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.setSoTimeout(TIMEOUT_MILLIS);
			socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.UTF_8));
			socket.getOutputStream().flush();
			return Response.parse(readAll(socket.getInputStream()));
		}
	}

	private static byte[] readAll(InputStream in) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		in.transferTo(bytes);
		return bytes.toByteArray();
	}

	/**
	 * What came back.
	 *
	 * @param status the status
	 * @param headers all fields in their order
	 * @param body what follows the head
	 */
	public record Response(int status, List<Map.Entry<String, String>> headers, String body) {

		static Response parse(byte[] bytes) {
			String text = new String(bytes, StandardCharsets.ISO_8859_1);
			int end = text.indexOf("\r\n\r\n");
			String[] lines = text.substring(0, end).split("\r\n");
			List<Map.Entry<String, String>> headers = new ArrayList<>();
			for (int i = 1; i < lines.length; i++) {
				int colon = lines[i].indexOf(':');
				headers.add(Map.entry(lines[i].substring(0, colon), lines[i].substring(colon + 1).strip()));
			}
			return new Response(Integer.parseInt(lines[0].split(" ")[1]), headers, text.substring(end + 4));
		}

		/**
		 * Returns the values of all fields of a name.
		 * @param name the name
		 * @return the values in their order
		 */
		public List<String> all(String name) {
			return this.headers.stream()
				.filter((header) -> header.getKey().equalsIgnoreCase(name))
				.map(Map.Entry::getValue)
				.toList();
		}

	}

}
