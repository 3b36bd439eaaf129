package com.example.matching;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * One policy for everything, and another for the one handler that there is: it allows
 * nobody.
 */
@SpringBootApplication
public class SecretApplication {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	static ConfigurableApplicationContext start(String secret, Object option, List<String> properties) {
		List<String> all = new ArrayList<>(List.of("server.port=0", "server.address=127.0.0.1",
				"spring.main.banner-mode=off", "cors.policies.wide.paths=/**",
				"cors.policies.wide.allowed-origins=https://shop.example.com", "cors.policies.strict.paths=" + secret,
				"cors.policies.strict.mode=deny"));
		all.addAll(properties);
		return new SpringApplicationBuilder(SecretApplication.class)
			.initializers((context) -> context.getBeanFactory().registerSingleton("option", option))
			.properties(all.toArray(String[]::new))
			.run();
	}

	static HttpResponse<String> get(ConfigurableApplicationContext context, String path, String... headers)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	@RestController
	static class Secret {

		@GetMapping({ "/api/admin/secret", "/{version}/versioned/secret" })
		String tell() {
			return "handled";
		}

	}

}
