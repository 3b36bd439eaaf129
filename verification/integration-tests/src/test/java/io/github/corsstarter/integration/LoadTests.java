package io.github.corsstarter.integration;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Mixed traffic from many connections gets nothing but right answers, and leaves nothing
 * behind.
 */
class LoadTests {

	private static final int CONNECTIONS = 32;

	private static final int POLICIES = 50;

	private static final long SECONDS = Long.getLong("load.seconds", 5);

	/** What a few thousand requests more may leave behind, caches and code included. */
	private static final long SLACK_BYTES = 24L * 1024 * 1024;

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "NETTY" })
	void mixedTrafficShouldGetRightAnswersOnly(Stack stack) throws Exception {
		try (Application application = Application.start(stack, policies(), Handlers.class)) {
			run(application, Math.max(1, SECONDS / 5));
			long before = usedBytes();
			long requests = run(application, SECONDS);
			assertThat(requests).isGreaterThan(CONNECTIONS);
			assertThat(usedBytes()).isLessThan(before + SLACK_BYTES);
		}
	}

	private static String policies() {
		StringBuilder yaml = new StringBuilder("cors.policies:\n");
		for (int i = 0; i < POLICIES; i++) {
			yaml.append("""
					  p%1$d:
					    paths: /p%1$d/**
					    allowed-origins: [https://shop%1$d.example.com, "https://*.tenant%1$d.example.com"]
					    allowed-methods: [GET, PUT]
					    allowed-headers: [x-%1$d]
					    exposed-headers: X-Policy-%1$d
					    allow-credentials: %2$s
					""".formatted(i, i % 2 == 0));
		}
		return yaml.toString();
	}

	private static long run(Application application, long seconds) throws Exception {
		long end = System.nanoTime() + seconds * 1_000_000_000L;
		ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
		try {
			List<Callable<Long>> clients = new ArrayList<>();
			for (int i = 0; i < CONNECTIONS; i++) {
				Random random = new Random(i);
				clients.add(() -> talk(application, random, end));
			}
			long requests = 0;
			for (Future<Long> client : threads.invokeAll(clients)) {
				requests += client.get();
			}
			return requests;
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static long talk(Application application, Random random, long end) throws IOException {
		long requests = 0;
		try (Connection connection = new Connection(application.port())) {
			while (System.nanoTime() < end) {
				exchange(application, connection, random.nextInt(POLICIES), random);
				requests++;
			}
		}
		return requests;
	}

	private static void exchange(Application application, Connection connection, int policy, Random random)
			throws IOException {
		String path = "/p" + policy + "/" + random.nextInt(1000);
		String origin = random.nextBoolean() ? "https://shop" + policy + ".example.com"
				: "https://t" + random.nextInt(1000) + ".tenant" + policy + ".example.com";
		String foreign = "https://t" + random.nextInt(1000) + ".tenant" + (policy + 1) + ".example.com";
		switch (random.nextInt(6)) {
			case 0 -> expectPlain(connection.send(application.get(path)), "origin");
			case 1 -> expectGranted(connection.send(application.get(path).origin(origin)), origin, policy);
			case 2 -> expectRefused(connection.send(application.get(path).origin(foreign)));
			case 3 -> expectPreflight(connection.send(
					application.preflight("PUT", path, origin).header("Access-Control-Request-Headers", "x-" + policy)),
					origin, policy);
			case 4 -> expectRefused(connection.send(application.preflight("DELETE", path, origin)));
			default -> expectPlain(connection.send(application.get("/free/" + policy).origin(origin)));
		}
	}

	private static void expectPlain(Http.Response response, String... vary) {
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.corsHeaders()).isEmpty();
		assertThat(response.vary()).containsExactly(vary);
	}

	private static void expectGranted(Http.Response response, String origin, int policy) {
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(origin);
		assertThat(response.header("Access-Control-Expose-Headers")).isEqualTo("X-Policy-" + policy);
		assertThat(response.corsHeaders()).hasSize((policy % 2 == 0) ? 3 : 2);
		assertThat(response.vary()).containsExactly("origin");
	}

	private static void expectPreflight(Http.Response response, String origin, int policy) {
		assertThat(response.status()).isEqualTo(204);
		assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(origin);
		assertThat(response.header("Access-Control-Allow-Headers")).isEqualTo("x-" + policy);
		assertThat(response.header("Access-Control-Allow-Methods")).isEqualTo("GET,HEAD,PUT");
	}

	private static void expectRefused(Http.Response response) {
		assertThat(response.status()).isEqualTo(403);
		assertThat(response.corsHeaders()).isEmpty();
		assertThat(response.vary()).contains("origin");
	}

	private static long usedBytes() {
		Runtime runtime = Runtime.getRuntime();
		System.gc();
		return runtime.totalMemory() - runtime.freeMemory();
	}

	@RestController
	static class Handlers {

		@RequestMapping("/{area}/{id}")
		String answer() {
			return "answer";
		}

	}

}
