package io.github.corsstarter.scan.send;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;

import io.github.corsstarter.scan.plan.Place;
import io.github.corsstarter.scan.plan.Probe;
import io.github.corsstarter.scan.plan.ProbePlan;
import io.github.corsstarter.scan.plan.Purpose;
import io.github.corsstarter.scan.plan.Site;
import io.github.corsstarter.scan.wire.Answer;
import io.github.corsstarter.scan.wire.RawServer;
import io.github.corsstarter.scan.wire.Secret;
import io.github.corsstarter.scan.wire.Transport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Sender}.
 */
class SenderTests {

	private static final Site SITE = Site.of(URI.create("https://api.example.com"), "");

	private static final Place PLACE = new Place("orders", "/api/**", "/api/1");

	private static final Answer OK = new Answer(200, Map.of());

	private final TestTimer timer = new TestTimer();

	private final List<Probe> sent = new ArrayList<>();

	private final List<Instant> times = new ArrayList<>();

	@Test
	void sendShouldKeepToTheRate() {
		send(5, 500, probes(11), (probe) -> OK);
		assertThat(this.sent).hasSize(11);
		Instant start = this.times.get(0);
		for (int i = 0; i < 11; i++) {
			assertThat(Duration.between(start, this.times.get(i))).isEqualTo(Duration.ofMillis(200L * i));
		}
	}

	@Test
	void sendWhenAnswersAreSlowShouldNotWaitBesides() {
		send(5, 500, probes(4), (probe) -> {
			this.timer.pass(Duration.ofSeconds(1));
			return OK;
		});
		assertThat(this.timer.slept()).isEmpty();
	}

	@Test
	void sendShouldNotSendMoreThanTheCap() {
		Sent sent = send(5, 3, probes(5), (probe) -> OK);
		assertThat(this.sent).hasSize(3);
		assertThat(failures(sent)).containsExactly("not sent, as the number of requests is limited",
				"not sent, as the number of requests is limited");
	}

	@Test
	void sendWhenRequestsAreRepeatedShouldCountThem() {
		Sent sent = send(5, 4, probes(4), (probe) -> {
			if (this.sent.size() == 2) {
				throw new EOFException("closed");
			}
			return OK;
		});
		assertThat(this.sent).hasSize(4);
		assertThat(sent.requests()).containsExactly(Map.entry("OPTIONS", 4));
		assertThat(failures(sent)).containsExactly("not sent, as the number of requests is limited");
	}

	@Test
	void sendWhenServerAsksToWaitShouldWaitOnce() {
		Sent sent = send(1000, 500, probes(6), (probe) -> switch (this.sent.size()) {
			case 2, 4, 6 -> new Answer(429, Map.of("Retry-After", List.of("30")));
			default -> OK;
		});
		assertThat(this.timer.slept()).containsOnlyOnce(Duration.ofSeconds(30));
		assertThat(failures(sent)).hasSize(2).containsOnly("answered 429, as too many requests were sent");
		assertThat(this.sent).hasSize(7);
	}

	@Test
	void sendWhenServerAsksToWaitForLongShouldNotWait() {
		Sent sent = send(1000, 500, probes(1), (probe) -> new Answer(429, Map.of("Retry-After", List.of("3600"))));
		assertThat(this.timer.slept()).isEmpty();
		assertThat(failures(sent)).hasSize(1);
	}

	@Test
	void sendWhenServerIsUnavailableForAWhileShouldTryAgain() {
		Sent sent = send(1000, 500, probes(1),
				(probe) -> (this.sent.size() == 1) ? new Answer(503, Map.of("Retry-After", List.of("2"))) : OK);
		assertThat(sent.exchanges().get(0).answer()).isEqualTo(OK);
	}

	@Test
	void sendWhenKeptConnectionIsClosedShouldTryAgainOnce() {
		Sent sent = send(1000, 500, probes(3), (probe) -> {
			if (this.sent.size() == 2 || this.sent.size() >= 4) {
				throw new EOFException("closed");
			}
			return OK;
		});
		assertThat(this.sent).hasSize(5);
		assertThat(failures(sent)).containsExactly("the connection broke: closed");
	}

	@Test
	void sendWhenSiteIsGoneShouldStopAsking() {
		Sent sent = send(1000, 500, probes(9), (probe) -> {
			throw new ConnectException("refused");
		});
		assertThat(this.sent).hasSize(5);
		assertThat(failures(sent)).hasSize(9)
			.startsWith("no connection: refused")
			.endsWith("not sent, as 5 requests in a row got no answer");
	}

	@Test
	void sendWhenNothingIsAnsweredInTimeShouldSaySo() {
		assertThat(failureOf(new HttpTimeoutException("late"))).isEqualTo("no answer within 10 s");
	}

	@Test
	void sendWhenSiteCannotBeVerifiedShouldSaySo() {
		assertThat(failureOf(new SSLHandshakeException("bad \u001b[31mcertificate")))
			.isEqualTo("TLS failed: bad ?[31mcertificate");
	}

	@Test
	void sendWhenUnreadableAnswerQuotesTheSecretShouldNotTellIt() throws IOException {
		try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nX-Echo: Bearer s3cret\u001b[2J\r\n\r\n")) {
			ProbePlan plan = new ProbePlan(Site.of(server.uri(), ""), null, probes(1), List.of());
			Sent sent = new Sender(1000, 500, Duration.ofSeconds(10), Secret.authorization("s3cret"), null).send(plan,
					Progress.NONE);
			assertThat(failures(sent)).singleElement()
				.asString()
				.startsWith("the answer cannot be read")
				.doesNotContain("s3cret", "\u001b");
		}
	}

	@Test
	void sendWhenCacheDoesNotMindTheQueryShouldSendNothingThatItCouldKeep() {
		List<Probe> probes = List.of(probe(PLACE, Purpose.PLAIN, "GET", null),
				probe(PLACE, Purpose.CACHE_FILLED, "GET", null),
				probe(PLACE, Purpose.CACHE_READ, "GET", "https://shop.example.com"),
				probe(PLACE, Purpose.ALLOWED_ORIGIN, "GET", "https://shop.example.com"),
				probe(PLACE, Purpose.ALLOWED_ORIGIN, "HEAD", "https://shop.example.com"), preflight(PLACE),
				probe(new Place("orders", "/v2/**", "/v2/1"), Purpose.ALLOWED_ORIGIN, "GET",
						"https://shop.example.com"));
		Sent sent = send(1000, 500, probes, (probe) -> (probe.purpose() == Purpose.CACHE_FILLED)
				? new Answer(200, Map.of("Age", List.of("3"))) : OK);
		assertThat(this.sent).extracting(Probe::method).containsExactly("GET", "GET", "OPTIONS", "GET");
		assertThat(failures(sent)).hasSize(3)
			.containsOnly(
					"not sent, as a cache answers without minding the query: its copy for everyone could be replaced");
	}

	@Test
	void sendWhenOneUrlIsAskedForTwiceShouldNotMindTheHit() {
		List<Probe> probes = List.of(probe(PLACE, Purpose.PLAIN, "GET", null),
				probe(PLACE, Purpose.CACHE_FILLED, "GET", null),
				probe(PLACE, Purpose.CACHE_READ, "GET", "https://shop.example.com"),
				probe(PLACE, Purpose.ALLOWED_ORIGIN, "GET", "https://shop.example.com"));
		Sent sent = send(1000, 500, probes, (probe) -> (probe.purpose() == Purpose.CACHE_READ)
				? new Answer(200, Map.of("X-Cache", List.of("HIT"))) : OK);
		assertThat(failures(sent)).isEmpty();
	}

	@Test
	void sendWhenNothingIsKnownOfACacheShouldSendNothingThatItCouldKeep() {
		List<Probe> probes = List.of(probe(PLACE, Purpose.PLAIN, "GET", null),
				probe(PLACE, Purpose.ALLOWED_ORIGIN, "GET", "https://shop.example.com"));
		Sent sent = send(1000, 500, probes, (probe) -> {
			throw new HttpTimeoutException("late");
		});
		assertThat(this.sent).hasSize(1);
		assertThat(failures(sent)).hasSize(2);
	}

	@Test
	void sendWhenInterruptedShouldSendNothingMore() {
		Sent sent = send(1000, 500, probes(3), (probe) -> {
			throw new InterruptedException();
		});
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.sent).hasSize(1);
		assertThat(failures(sent)).hasSize(3).containsOnly("not sent, as the scan was stopped");
	}

	@Test
	void sendShouldTellProgress() {
		List<String> told = new ArrayList<>();
		ProbePlan plan = new ProbePlan(SITE, null, probes(3), List.of());
		new Sender(1000, 500, Duration.ofSeconds(10), Secret.NONE, null).send(plan,
				(done, planned) -> told.add(done + "/" + planned), (probe) -> OK, this.timer);
		assertThat(told).containsExactly("1/3", "2/3", "3/3");
	}

	private String failureOf(IOException ex) {
		return failures(send(1000, 500, probes(1), (probe) -> {
			throw ex;
		})).get(0);
	}

	private Sent send(int rate, int maxRequests, List<Probe> probes, Transport transport) {
		ProbePlan plan = new ProbePlan(SITE, null, probes, List.of());
		return new Sender(rate, maxRequests, Duration.ofSeconds(10), Secret.NONE, null).send(plan, (done, planned) -> {
		}, (probe) -> {
			this.sent.add(probe);
			this.times.add(this.timer.now());
			return transport.send(probe);
		}, this.timer);
	}

	private static List<String> failures(Sent sent) {
		List<String> failures = new ArrayList<>();
		for (Exchange exchange : sent.exchanges()) {
			if (exchange.failure() != null) {
				failures.add(exchange.failure());
			}
		}
		return failures;
	}

	private static List<Probe> probes(int count) {
		return Collections.nCopies(count, preflight(PLACE));
	}

	private static Probe preflight(Place place) {
		return new Probe(place, Purpose.ALLOWED_ORIGIN, place.path(), "OPTIONS", "https://shop.example.com", "GET",
				List.of(), "", "", false);
	}

	private static Probe probe(Place place, Purpose purpose, String method, @Nullable String origin) {
		return new Probe(place, purpose, place.path(), method, origin, null, List.of(), "fresh", "", false);
	}

}
