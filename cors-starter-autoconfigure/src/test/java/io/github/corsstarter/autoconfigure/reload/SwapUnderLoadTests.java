package io.github.corsstarter.autoconfigure.reload;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.corsstarter.autoconfigure.CorsPolicies;
import io.github.corsstarter.autoconfigure.RefreshResult.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Swaps two sets of policies while requests are answered.
 */
class SwapUnderLoadTests {

	private static final int SWAPS = 200;

	private static final String ONE = "GET,HEAD,PUT|x-one|60";

	private static final String OTHER = "GET,HEAD,DELETE|x-other|120";

	private final Map<String, Object> properties = new ConcurrentHashMap<>(Map.of("cors.policies.shop.paths",
			"/shop/**", "cors.policies.shop.allowed-origins", "https://shop.example.com"));

	@ParameterizedTest
	@ValueSource(strings = { "SERVLET", "REACTIVE" })
	void refreshWhenRequestsAreAnsweredShouldNeverMixSets(String type) throws Exception {
		write("PUT", "X-One", 60);
		ExecutorService clients = Executors.newFixedThreadPool(3);
		try (ConfigurableApplicationContext context = start(WebApplicationType.valueOf(type))) {
			Set<String> answers = ConcurrentHashMap.newKeySet();
			AtomicBoolean swapping = new AtomicBoolean(true);
			List<Future<?>> running = new ArrayList<>();
			int port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
			for (int i = 0; i < 3; i++) {
				running.add(clients.submit(() -> ask(port, swapping, answers)));
			}
			swap(context);
			swapping.set(false);
			for (Future<?> client : running) {
				client.get();
			}
			assertThat(answers).containsExactlyInAnyOrder(ONE, OTHER);
		}
		finally {
			clients.shutdownNow();
		}
	}

	private void swap(ConfigurableApplicationContext context) {
		for (int i = 0; i < SWAPS; i++) {
			boolean one = i % 2 == 1;
			write(one ? "PUT" : "DELETE", one ? "X-One" : "X-Other", one ? 60 : 120);
			context.publishEvent(new EnvironmentChangeEvent(context, Set.of()));
			assertThat(context.getBean(CorsPolicies.class).lastRefresh()).isNotNull()
				.satisfies((result) -> assertThat(result.outcome()).isEqualTo(Outcome.APPLIED));
		}
	}

	private static Void ask(int port, AtomicBoolean swapping, Set<String> answers) throws Exception {
		HttpClient client = HttpClient.newHttpClient();
		URI target = URI.create("http://127.0.0.1:" + port + "/shop/x");
		HttpRequest.Builder request = HttpRequest.newBuilder(target).header("Origin", "https://shop.example.com");
		HttpRequest preflight = request.copy()
			.header("Access-Control-Request-Method", "GET")
			.method("OPTIONS", BodyPublishers.noBody())
			.build();
		while (swapping.get()) {
			HttpResponse<Void> response = client.send(preflight, BodyHandlers.discarding());
			answers.add(header(response, "Access-Control-Allow-Methods") + "|"
					+ header(response, "Access-Control-Allow-Headers") + "|"
					+ header(response, "Access-Control-Max-Age"));
		}
		return null;
	}

	private static String header(HttpResponse<?> response, String name) {
		return response.headers().firstValue(name).orElse("");
	}

	private void write(String method, String header, int maxAge) {
		this.properties.putAll(Map.of("cors.policies.shop.allowed-methods", "GET," + method,
				"cors.policies.shop.allowed-headers", header, "cors.policies.shop.max-age", maxAge));
	}

	private ConfigurableApplicationContext start(WebApplicationType type) {
		return new SpringApplicationBuilder(Application.class).web(type)
			.initializers((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("swapped", this.properties)))
			.run("--server.port=0", "--server.address=127.0.0.1", "--server.netty.max-keep-alive-requests=1");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
