package io.github.corsstarter.integration;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/**
 * A connection that is kept open from request to request.
 */
public final class Connection implements AutoCloseable {

	private static final int TIMEOUT_MILLIS = 30_000;

	private final int port;

	private Socket socket;

	private InputStream in;

	private int used;

	public Connection(int port) {
		this.port = port;
	}

	/**
	 * Sends a request and reads its answer. A server that hangs up after an answer, as
	 * some do after unreadable requests, is called again.
	 */
	public Http.Response send(Http.Request request) throws IOException {
		if (this.socket == null) {
			open();
		}
		Http.Response response;
		try {
			this.socket.getOutputStream().write(request.bytes(true));
			response = read(request.isHead());
		}
		catch (EOFException | SocketException ex) {
			if (this.used == 0) {
				throw ex;
			}
			close();
			return send(request);
		}
		this.used++;
		if ("close".equalsIgnoreCase(response.header("Connection"))) {
			close();
		}
		return response;
	}

	private void open() throws IOException {
		this.socket = new Socket(InetAddress.getLoopbackAddress(), this.port);
		this.socket.setSoTimeout(TIMEOUT_MILLIS);
		this.socket.setTcpNoDelay(true);
		this.in = new BufferedInputStream(this.socket.getInputStream());
	}

	private Http.Response read(boolean head) throws IOException {
		StringBuilder text = new StringBuilder();
		String line = line();
		int length = 0;
		boolean chunked = false;
		while (!line.isEmpty()) {
			text.append(line).append("\r\n");
			if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
				length = Integer.parseInt(line.substring(15).strip());
			}
			chunked |= line.equalsIgnoreCase("transfer-encoding: chunked");
			line = line();
		}
		text.append("\r\n");
		if (chunked && !head) {
			readChunks(text);
		}
		else if (!head) {
			text.append(new String(this.in.readNBytes(length), StandardCharsets.UTF_8));
		}
		return Http.Response.parse(text.toString());
	}

	private void readChunks(StringBuilder text) throws IOException {
		int size = Integer.parseInt(line(), 16);
		while (size > 0) {
			text.append(new String(this.in.readNBytes(size), StandardCharsets.UTF_8));
			line();
			size = Integer.parseInt(line(), 16);
		}
		line();
	}

	private String line() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		int octet = this.in.read();
		while (octet != '\n') {
			if (octet < 0) {
				throw new EOFException("Connection closed after: " + bytes.toString(StandardCharsets.UTF_8));
			}
			if (octet != '\r') {
				bytes.write(octet);
			}
			octet = this.in.read();
		}
		return bytes.toString(StandardCharsets.UTF_8);
	}

	@Override
	public void close() throws IOException {
		if (this.socket != null) {
			this.socket.close();
			this.socket = null;
			this.used = 0;
		}
	}

}
