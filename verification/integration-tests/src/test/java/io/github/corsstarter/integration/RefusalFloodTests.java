package io.github.corsstarter.integration;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.corsstarter.autoconfigure.observe.RecentRefusals;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A flood of refused requests, each with an origin of its own, that meets all policies of
 * a server leaves memory and log as they are. The profile {@code soak} sends 100,000 of
 * them to 2,000 policies.
 */
class RefusalFloodTests {

	private static final int REFUSALS = Integer.getInteger("flood.refusals", 2_500);

	/** Enough that a log would overflow if each had lines of its own. */
	private static final int POLICIES = Math.min(2_000, REFUSALS / 20);

	private static final int CONNECTIONS = 8;

	private static final int MAX_LINES = 2_000;

	private static final long SLACK_BYTES = 16L * 1024 * 1024;

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "NETTY" })
	void floodShouldLeaveMemoryAndLogAsTheyAre(Stack stack) throws Exception {
		try (Application application = Application.start(stack, policies())) {
			Logger logger = (Logger) LoggerFactory.getLogger("io.github.corsstarter");
			CountingAppender lines = new CountingAppender();
			logger.addAppender(lines);
			logger.setAdditive(false);
			logger.setLevel(Level.INFO);
			lines.start();
			try {
				flood(application, 0, REFUSALS / 5);
				long before = usedBytes();
				flood(application, REFUSALS / 5, REFUSALS);
				long more = usedBytes() - before;
				System.out.println(stack + ": " + REFUSALS + " refusals over " + POLICIES + " policies left "
						+ more / 1024 + " KB and " + lines.count + " lines in the log");
				assertThat(more).isLessThan(SLACK_BYTES);
			}
			finally {
				logger.detachAppender(lines);
				logger.setAdditive(true);
				logger.setLevel(null);
			}
			assertThat(lines.count).hasPositiveValue().hasValueLessThan(MAX_LINES);
			RecentRefusals recent = application.bean(RecentRefusals.class);
			assertThat(recent.recent()).hasSize(100);
			assertThat(recent.dropped()).isEqualTo(REFUSALS - 100);
		}
	}

	private static String policies() {
		return IntStream.range(0, POLICIES)
			.mapToObj(
					(i) -> "  p" + i + ":\n    paths: /p" + i + "/**\n    allowed-origins: https://shop.example.com\n")
			.collect(Collectors.joining("", "cors.policies:\n", ""));
	}

	private static void flood(Application application, int from, int to) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
		try {
			List<Callable<Boolean>> clients = new ArrayList<>();
			for (int client = 0; client < CONNECTIONS; client++) {
				int first = from + client;
				clients.add(() -> {
					send(application, first, to);
					return true;
				});
			}
			for (Future<Boolean> client : threads.invokeAll(clients)) {
				assertThat(client.get()).isTrue();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static void send(Application application, int first, int to) throws IOException {
		try (Connection connection = new Connection(application.port())) {
			for (int i = first; i < to; i += CONNECTIONS) {
				Http.Request request = application.get("/p" + (i % POLICIES) + "/orders")
					.origin("https://made-up-" + i + ".example");
				assertThat(connection.send(request).status()).isEqualTo(403);
			}
		}
	}

	private static long usedBytes() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	private static final class CountingAppender extends AppenderBase<ILoggingEvent> {

		private final AtomicInteger count = new AtomicInteger();

		@Override
		protected void append(ILoggingEvent event) {
			this.count.incrementAndGet();
		}

	}

}
