package io.github.corsstarter.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The demonstration, without a browser.
 */
class SampleApplicationTests {

	private static final String SHOP = "https://shop.example.com";

	private static final String ADMIN = "https://admin.example.com";

	private final HttpClient client = HttpClient.newHttpClient();

	@ParameterizedTest
	@ValueSource(strings = { "default", "reactive" })
	void sampleWhenStartedShouldKeepToItsPolicies(String profile) throws Exception {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(SampleApplication.class)
			.run("--server.port=0", "--server.address=127.0.0.1", "--spring.profiles.active=" + profile)) {
			String server = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
			assertThat(get(server + "/api/orders", SHOP)).isEqualTo("200 " + SHOP);
			assertThat(get(server + "/api/orders", ADMIN)).isEqualTo("403 none");
			assertThat(get(server + "/public/catalogue", ADMIN)).isEqualTo("200 *");
			assertThat(get(server + "/admin/users", ADMIN)).isEqualTo("401 " + ADMIN);
			assertThat(get(server + "/admin/users", SHOP)).isEqualTo("403 none");
			assertThat(get(server + "/actuator/health", SHOP)).isEqualTo("200 none");
			assertThat(get(server + "/", SHOP)).isEqualTo("200 none");
		}
	}

	private String get(String url, String origin) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(url)).header("Origin", origin).build();
		HttpResponse<Void> response = this.client.send(request, HttpResponse.BodyHandlers.discarding());
		return response.statusCode() + " "
				+ response.headers().firstValue("Access-Control-Allow-Origin").orElse("none");
	}

}
