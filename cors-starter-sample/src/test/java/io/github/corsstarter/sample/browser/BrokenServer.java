package io.github.corsstarter.sample.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A server whose CORS headers are wrong in every way: it answers with what it is told to.
 */
final class BrokenServer implements AutoCloseable {

	private static final List<String> GRANTED = List.of("Access-Control-Allow-Origin: %s",
			"Access-Control-Allow-Credentials: true", "Access-Control-Allow-Methods: PUT",
			"Access-Control-Allow-Headers: x-trace");

	private final HttpServer server;

	private volatile Answer preflight = new Answer(204, GRANTED);

	private volatile Answer actual = new Answer(200, GRANTED);

	BrokenServer() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	String origin(String host) {
		return "http://" + host + ":" + this.server.getAddress().getPort();
	}

	/**
	 * Changes how one of the two requests is answered; the other is granted.
	 * @param preflight whether it is the preflight
	 * @param headers lines of headers, in which {@code %s} stands for the origin
	 */
	void answer(boolean preflight, int status, String... headers) {
		Answer answer = new Answer(status, List.of(headers));
		this.preflight = preflight ? answer : new Answer(204, GRANTED);
		this.actual = preflight ? new Answer(200, GRANTED) : answer;
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			boolean preflight = exchange.getRequestMethod().equals("OPTIONS");
			Answer answer = preflight ? this.preflight : this.actual;
			String origin = exchange.getRequestHeaders().getFirst("Origin");
			for (String line : answer.headers()) {
				int colon = line.indexOf(':');
				exchange.getResponseHeaders()
					.add(line.substring(0, colon), line.substring(colon + 1).strip().replace("%s", "" + origin));
			}
			exchange.getResponseHeaders().set("Cache-Control", "no-store");
			exchange.sendResponseHeaders(answer.status(), -1);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private record Answer(int status, List<String> headers) {
	}

}
