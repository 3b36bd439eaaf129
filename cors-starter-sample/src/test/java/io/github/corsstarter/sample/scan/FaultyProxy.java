package io.github.corsstarter.sample.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands in front of the sample and spoils what it answers. It also serves an empty page
 * under every name of this machine, for a browser to send requests from.
 */
final class FaultyProxy implements AutoCloseable {

	private static final Set<String> PASSED = Set.of("origin", "sec-fetch-site", "access-control-request-method",
			"access-control-request-headers");

	private final HttpServer server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final HttpClient client = HttpClient.newHttpClient();

	private final int upstream;

	private volatile Fault fault = Fault.NONE;

	FaultyProxy(int upstream) throws IOException {
		this.upstream = upstream;
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
		this.server.createContext("/", this::handle);
		this.server.createContext("/page", this::page);
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	void set(Fault fault) {
		this.fault = fault;
	}

	private void page(HttpExchange exchange) throws IOException {
		try (exchange) {
			exchange.getResponseHeaders().set("Content-Type", "text/html");
			exchange.sendResponseHeaders(200, -1);
		}
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			HttpResponse<byte[]> answer = send(exchange);
			Headers headers = exchange.getResponseHeaders();
			answer.headers().map().forEach((name, values) -> {
				if (!Set.of("content-length", "transfer-encoding", "connection", "date")
					.contains(name.toLowerCase(Locale.ROOT))) {
					headers.put(name, new ArrayList<>(values));
				}
			});
			int status = this.fault.spoil(exchange, answer.statusCode());
			boolean body = answer.body().length > 0 && status != 204 && !exchange.getRequestMethod().equals("HEAD");
			exchange.sendResponseHeaders(status, body ? answer.body().length : -1);
			if (body) {
				exchange.getResponseBody().write(answer.body());
			}
		}
	}

	private HttpResponse<byte[]> send(HttpExchange exchange) throws IOException {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + this.upstream + exchange.getRequestURI()))
			.method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.noBody());
		exchange.getRequestHeaders().forEach((name, values) -> {
			if (PASSED.contains(name.toLowerCase(Locale.ROOT))) {
				request.setHeader(name, values.get(0));
			}
		});
		try {
			return this.client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
		}
		catch (InterruptedException ex) {
			throw new UncheckedIOException(new IOException(ex));
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	/**
	 * What the proxy does to the application's answers.
	 */
	enum Fault {

		NONE {
			@Override
			int spoil(HttpExchange exchange, int status) {
				return status;
			}
		},

		HEADERS_STRIPPED {
			@Override
			int spoil(HttpExchange exchange, int status) {
				exchange.getResponseHeaders()
					.keySet()
					.removeIf((name) -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
				return status;
			}
		},

		HEADERS_DOUBLED {
			@Override
			int spoil(HttpExchange exchange, int status) {
				Headers headers = exchange.getResponseHeaders();
				List<String> origins = headers.getOrDefault("Access-Control-Allow-Origin", List.of());
				List.copyOf(origins).forEach((origin) -> headers.add("Access-Control-Allow-Origin", origin));
				return status;
			}
		},

		PREFLIGHTS_ANSWERED {
			@Override
			int spoil(HttpExchange exchange, int status) {
				if (!exchange.getRequestMethod().equals("OPTIONS")) {
					return status;
				}
				exchange.getResponseHeaders().clear();
				exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
				return 200;
			}
		},

		PREFLIGHTS_UNAUTHORIZED {
			@Override
			int spoil(HttpExchange exchange, int status) {
				return exchange.getRequestMethod().equals("OPTIONS") ? 401 : status;
			}
		},

		REFLECTED {
			@Override
			int spoil(HttpExchange exchange, int status) {
				String origin = exchange.getRequestHeaders().getFirst("Origin");
				if (origin != null) {
					exchange.getResponseHeaders().set("Access-Control-Allow-Origin", origin);
					exchange.getResponseHeaders().set("Access-Control-Allow-Credentials", "true");
				}
				return status;
			}
		},

		VARY_STRIPPED {
			@Override
			int spoil(HttpExchange exchange, int status) {
				exchange.getResponseHeaders().remove("Vary");
				return status;
			}
		},

		PREFLIGHTS_202 {
			@Override
			int spoil(HttpExchange exchange, int status) {
				return (status == 204) ? 202 : status;
			}
		};

		/**
		 * Changes the response's headers.
		 * @return the status to answer
		 */
		abstract int spoil(HttpExchange exchange, int status);

	}

}
