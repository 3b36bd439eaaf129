package io.github.corsstarter.autoconfigure.actuate;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * An application with policies in a file and the endpoint exposed, and requests to it
 * over real sockets.
 */
final class EndpointApplication implements AutoCloseable {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ConfigurableApplicationContext context;

	private EndpointApplication(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static EndpointApplication start(WebApplicationType type, String... properties) {
		return new EndpointApplication(new SpringApplicationBuilder(Application.class).web(type)
			// Reactor Netty sometimes leaves a request unanswered that follows on the
			// same connection.
			.properties("server.netty.max-keep-alive-requests=1")
			// A console's text that is too long is to reach the endpoint.
			.properties("server.max-http-request-header-size=64KB", "server.netty.max-initial-line-length=64KB")
			.properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off",
					"logging.level.root=ERROR", "spring.config.location=classpath:/endpoint/application.yml",
					"management.endpoints.web.exposure.include=cors,metrics")
			.properties(properties)
			.run());
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	String serverUrl() {
		return "http://127.0.0.1:" + this.context.getEnvironment().getRequiredProperty("local.server.port");
	}

	String managementUrl() {
		return "http://127.0.0.1:" + this.context.getEnvironment().getRequiredProperty("local.management.port");
	}

	/**
	 * Sends a request.
	 * @param url where to
	 * @param method the method
	 * @param headers names and values, by turns
	 */
	HttpResponse<String> send(String url, String method, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
			.timeout(TIMEOUT)
			.method(method, HttpRequest.BodyPublishers.noBody());
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(method + " " + url, ex);
		}
	}

	/**
	 * Reads the endpoint.
	 * @param parameters names and values, by turns
	 */
	HttpResponse<String> endpoint(String... parameters) {
		StringBuilder url = new StringBuilder(managementUrl() + "/actuator/cors");
		for (int i = 0; i < parameters.length; i += 2) {
			url.append((i == 0) ? '?' : '&')
				.append(parameters[i])
				.append('=')
				.append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
		}
		return send(url.toString(), "GET");
	}

	static JsonNode json(HttpResponse<String> response) {
		return json(response.body());
	}

	static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text);
	}

	@Override
	public void close() {
		this.context.close();
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Application {

		@Bean
		DecisionRecorder decisionRecorder() {
			return new DecisionRecorder();
		}

		@RequestMapping("/**")
		String handle() {
			return "handled";
		}

	}

}
