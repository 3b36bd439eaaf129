package io.github.corsstarter.scan.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.corsstarter.scan.plan.Place;
import io.github.corsstarter.scan.plan.Probe;
import io.github.corsstarter.scan.plan.ProbePlan;
import io.github.corsstarter.scan.plan.Purpose;
import io.github.corsstarter.scan.plan.Site;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link HttpTransport}, against servers that mean no good.
 */
class HttpTransportTests {

	private static final String NOTHING = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";

	private static final String SHOP = "https://shop.example.com";

	private static final Place PLACE = new Place("orders", "/api/**", "/api/1");

	@Test
	void sendShouldLookLikeABrowsersPreflight() throws Exception {
		try (RawServer server = RawServer.answering(NOTHING)) {
			send(server, preflight("content-type", "x-trace"), Secret.authorization("s3cret"));
			assertThat(server.heads()).hasSize(1);
			assertThat(server.heads().get(0).lines()).startsWith("OPTIONS /shop/api/1 HTTP/1.1")
				.contains("Origin: " + SHOP, "Access-Control-Request-Method: PUT",
						"Access-Control-Request-Headers: content-type,x-trace", "Accept: */*", "Sec-Fetch-Mode: cors",
						"Sec-Fetch-Site: cross-site")
				.noneMatch((line) -> line.startsWith("Authorization") || line.startsWith("Upgrade")
						|| line.startsWith("Cookie"));
		}
	}

	@Test
	void sendWhenMethodIsGetShouldCarrySecretAndFreshValue() throws Exception {
		try (RawServer server = RawServer.answering(NOTHING)) {
			send(server, get(Purpose.ALLOWED_ORIGIN, SHOP), Secret.authorization("s3cret"));
			send(server, get(Purpose.CACHE_READ, SHOP), Secret.authorization("s3cret"));
			send(server, get(Purpose.PLAIN, null), Secret.NONE);
			assertThat(server.heads().get(0).lines()).startsWith("GET /shop/api/1?cors-scan=fresh-1 HTTP/1.1")
				.contains("Authorization: Bearer s3cret");
			assertThat(server.heads().get(1)).doesNotContain("Authorization");
			assertThat(server.heads().get(2)).doesNotContain("Origin", "Authorization");
		}
	}

	@Test
	void sendWhenServerEchoesTheSecretShouldNotKeepIt() throws Exception {
		try (RawServer server = RawServer
			.answering("HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: Bearer s3cret\r\nContent-Length: 0\r\n\r\n")) {
			Answer answer = send(server, get(Purpose.ALLOWED_ORIGIN, SHOP), Secret.authorization("s3cret"));
			assertThat(answer.values("Access-Control-Allow-Origin")).containsExactly("***");
		}
	}

	@Test
	void sendWhenRedirectedShouldNotFollow() throws Exception {
		try (RawServer elsewhere = RawServer.answering(NOTHING);
				RawServer server = RawServer.answering(
						"HTTP/1.1 302 Found\r\nLocation: " + elsewhere.uri() + "/\r\nContent-Length: 0\r\n\r\n")) {
			Answer answer = send(server, get(Purpose.ALLOWED_ORIGIN, SHOP), Secret.NONE);
			assertThat(answer.status()).isEqualTo(302);
			assertThat(elsewhere.heads()).isEmpty();
			assertThat(server.heads()).hasSize(1);
		}
	}

	@Test
	void sendShouldKeepDoubledFieldsApart() throws Exception {
		try (RawServer server = new RawServer((out) -> head(out,
				"Access-Control-Allow-Origin: a\r\naccess-control-allow-origin: b\r\nContent-Length: 0\r\n"))) {
			Answer answer = send(server, preflight(), Secret.NONE);
			assertThat(answer.values("Access-Control-Allow-Origin")).containsExactly("a", "b");
		}
	}

	@Test
	void sendWhenBodyIsBigShouldNotReadItAll() throws Exception {
		AtomicInteger kilobytes = new AtomicInteger();
		CountDownLatch gone = new CountDownLatch(1);
		try (RawServer server = new RawServer((out) -> {
			head(out, "Content-Length: 104857600\r\n");
			try {
				for (int i = 0; i < 102400; i++) {
					out.write(new byte[1024]);
					kilobytes.incrementAndGet();
				}
			}
			finally {
				gone.countDown();
			}
		})) {
			assertThat(send(server, get(Purpose.ALLOWED_ORIGIN, SHOP), Secret.NONE).status()).isEqualTo(200);
			assertThat(gone.await(30, TimeUnit.SECONDS)).isTrue();
			// What is beyond 64 KB lies in the buffers of the two sockets.
			assertThat(kilobytes).hasValueLessThan(51200);
		}
	}

	@Test
	void sendWhenBodyDripsForeverShouldTakeTheHead() throws Exception {
		CountDownLatch over = new CountDownLatch(1);
		try (RawServer server = new RawServer((out) -> {
			head(out, "Access-Control-Allow-Origin: *\r\nContent-Type: text/event-stream\r\n");
			drip(out, over);
		})) {
			Answer answer = send(server, get(Purpose.ALLOWED_ORIGIN, SHOP), Secret.NONE);
			assertThat(answer.values("Access-Control-Allow-Origin")).containsExactly("*");
			over.countDown();
		}
	}

	@Test
	void sendWhenHeadDripsForeverShouldGiveUp() throws Exception {
		CountDownLatch over = new CountDownLatch(1);
		try (RawServer server = new RawServer((out) -> {
			out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(StandardCharsets.ISO_8859_1));
			drip(out, over);
		})) {
			assertThatExceptionOfType(HttpTimeoutException.class).isThrownBy(
					() -> transport(server.uri(), Secret.NONE, Duration.ofMillis(300)).send(get(Purpose.PLAIN, null)));
			over.countDown();
		}
	}

	@Test
	void sendWhenHeadHasNoEndShouldGiveUp() throws Exception {
		try (RawServer server = new RawServer((out) -> {
			out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.ISO_8859_1));
			for (int i = 0; i < 1_000_000; i++) {
				out.write(("X-" + i + ": " + "x".repeat(1000) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
			}
		})) {
			assertThatExceptionOfType(ProtocolException.class)
				.isThrownBy(() -> send(server, get(Purpose.PLAIN, null), Secret.NONE));
		}
	}

	@Test
	void sendWhenAnswerIsNoHttpShouldFail() throws Exception {
		try (RawServer server = RawServer.answering("SSH-2.0-OpenSSH_9.2\r\n\r\n")) {
			assertThatExceptionOfType(IOException.class)
				.isThrownBy(() -> send(server, get(Purpose.PLAIN, null), Secret.NONE));
		}
	}

	/**
	 * Writes a byte now and then, so that the connection is never idle for long.
	 */
	private static void drip(OutputStream out, CountDownLatch over) throws IOException {
		try {
			do {
				out.write('x');
				out.flush();
			}
			while (!over.await(20, TimeUnit.MILLISECONDS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void head(OutputStream out, String fields) throws IOException {
		out.write(("HTTP/1.1 200 OK\r\n" + fields + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
		out.flush();
	}

	private static Answer send(RawServer server, Probe probe, Secret secret) throws Exception {
		return transport(server.uri(), secret, Duration.ofSeconds(20)).send(probe);
	}

	private static HttpTransport transport(URI uri, Secret secret, Duration timeout) {
		return new HttpTransport(new ProbePlan(Site.of(uri, "/shop"), null, List.of(), List.of()), secret, timeout,
				null);
	}

	private static Probe preflight(String... names) {
		return new Probe(PLACE, Purpose.ALLOWED_METHOD, PLACE.path(), "OPTIONS", SHOP, "PUT", List.of(names), "", "",
				false);
	}

	private static Probe get(Purpose purpose, @Nullable String origin) {
		return new Probe(PLACE, purpose, PLACE.path(), "GET", origin, null, List.of(), "fresh-1", "", false);
	}

}
