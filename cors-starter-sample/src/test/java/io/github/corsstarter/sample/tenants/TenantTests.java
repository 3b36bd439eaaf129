package io.github.corsstarter.sample.tenants;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.github.corsstarter.sample.SampleApplication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = SampleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "server.address=127.0.0.1")
@ActiveProfiles("tenants")
@DirtiesContext
class TenantTests {

	private static final String ACME = "https://acme.example.com";

	private static final String NEW_SHOP = "https://new.example.com";

	private final HttpClient client = HttpClient.newHttpClient();

	@Value("${local.server.port}")
	private int port;

	@Test
	void replaceOriginsWhenTheyAreValidShouldGovernAtOnce() throws Exception {
		assertThat(status("globex", "https://eu.globex.example.com")).isEqualTo(200);
		assertThat(status("globex", NEW_SHOP)).isEqualTo(403);
		assertThat(replace("globex", "[\"" + NEW_SHOP + "\"]")).isEqualTo("[]");
		assertThat(status("globex", NEW_SHOP)).isEqualTo(200);
		assertThat(status("globex", "https://eu.globex.example.com")).isEqualTo(403);
	}

	@Test
	void replaceOriginsWhenOneIsInvalidShouldDenyThatTenantAlone() throws Exception {
		assertThat(replace("initech", "[\"https://initech.example.com\"]")).isEqualTo("[]");
		assertThat(status("initech", "https://initech.example.com")).isEqualTo(200);
		assertThat(replace("initech", "[\"https://initech.example.com\", \"https://initech.example.com/\"]"))
			.contains("invalid-origin")
			.contains("tenant-initech.allowed-origins[1]");
		assertThat(status("initech", "https://initech.example.com")).isEqualTo(403);
		assertThat(status("acme", ACME)).isEqualTo(200);
		replace("initech", "[]");
	}

	@Test
	void replaceOriginsWhenNameWouldBeAPatternShouldRefuseIt() throws Exception {
		assertThat(replaceStatus("%7Bx%7D", "[\"" + NEW_SHOP + "\"]")).isEqualTo(400);
		assertThat(status("acme", NEW_SHOP)).isEqualTo(403);
	}

	private int status(String tenant, String origin) throws IOException, InterruptedException {
		return send(request("/tenants/" + tenant + "/orders").header("Origin", origin)).statusCode();
	}

	private String replace(String tenant, String origins) throws IOException, InterruptedException {
		return sendOrigins(tenant, origins).body();
	}

	private int replaceStatus(String tenant, String origins) throws IOException, InterruptedException {
		return sendOrigins(tenant, origins).statusCode();
	}

	private HttpResponse<String> sendOrigins(String tenant, String origins) throws IOException, InterruptedException {
		String credentials = Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8));
		return send(request("/admin/tenants/" + tenant + "/origins").header("Authorization", "Basic " + credentials)
			.header("Content-Type", "application/json")
			.PUT(BodyPublishers.ofString(origins)));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

}
