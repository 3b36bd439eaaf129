package io.github.corsstarter.cli.input;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Remote}.
 */
class RemoteTests {

	@Test
	void getWhenAnswerDoesNotEndShouldGiveUp() throws IOException {
		CountDownLatch over = new CountDownLatch(1);
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", (exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write(' ');
			exchange.getResponseBody().flush();
			try {
				over.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			exchange.close();
		});
		server.start();
		try {
			assertThatExceptionOfType(UnusableInputException.class)
				.isThrownBy(() -> Remote.get("http://localhost:" + server.getAddress().getPort() + "/", null,
						Duration.ofSeconds(1)))
				.withMessageEndingWith("its answer takes more than 1 seconds.");
		}
		finally {
			over.countDown();
			server.stop(0);
		}
	}

}
