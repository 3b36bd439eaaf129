package io.github.corsstarter.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A site on a port of this machine that answers as it is told to.
 */
final class Deployment implements AutoCloseable {

	private final HttpServer server;

	private final List<Call> calls = new CopyOnWriteArrayList<>();

	private volatile Function<Call, Reply> answers;

	Deployment(Function<Call, Reply> answers) {
		this.answers = answers;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	URI uri() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	void answer(Function<Call, Reply> answers) {
		this.answers = answers;
		this.calls.clear();
	}

	List<Call> calls() {
		return this.calls;
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			URI uri = exchange.getRequestURI();
			Call call = new Call(exchange.getRequestMethod(), uri.getRawPath(),
					(uri.getRawQuery() != null) ? uri.getRawQuery() : "", exchange.getRequestHeaders());
			this.calls.add(call);
			Reply reply = this.answers.apply(call);
			exchange.getResponseHeaders().putAll(reply.headers());
			exchange.sendResponseHeaders(reply.status(), -1);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
