package io.github.corsstarter.compatibility.release;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Takes uploads as the portal of Maven Central does, and finds nothing wrong with them.
 */
final class StandInForCentral implements AutoCloseable {

	private static final String DEPLOYMENT = "28570f16-da32-4c14-bd2e-c1acc0782365";

	private final List<String> uploads = Collections.synchronizedList(new ArrayList<>());

	private final HttpServer server;

	private StandInForCentral(HttpServer server) {
		this.server = server;
	}

	static StandInForCentral start() throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		StandInForCentral central = new StandInForCentral(server);
		server.createContext("/api/v1/publisher/upload", central::upload);
		server.createContext("/api/v1/publisher/status", (exchange) -> answer(exchange, 200,
				"{\"deploymentId\": \"" + DEPLOYMENT + "\", \"deploymentState\": \"VALIDATED\"}"));
		server.start();
		return central;
	}

	URI address() {
		InetSocketAddress address = this.server.getAddress();
		return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
	}

	/**
	 * Returns the query of each upload.
	 */
	List<String> uploads() {
		return List.copyOf(this.uploads);
	}

	private void upload(HttpExchange exchange) throws IOException {
		exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
		this.uploads.add(exchange.getRequestURI().getQuery());
		answer(exchange, 201, DEPLOYMENT);
	}

	private static void answer(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, bytes.length);
		try (exchange) {
			exchange.getResponseBody().write(bytes);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
