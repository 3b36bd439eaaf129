package io.github.corsstarter.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A slash at the end, however it is written, reaches nothing that is mapped without it
 * under another policy.
 */
@ParameterizedClass
@EnumSource(Stack.class)
class SlashAtEndTests {

	private static final String SHOP = "https://shop.example.com";

	@TempDir
	static Path files;

	private static Application application;

	@Parameter
	Stack stack;

	@BeforeParameterizedClassInvocation
	static void start(Stack stack) throws IOException {
		Files.createDirectories(files.resolve("files"));
		Files.writeString(files.resolve("files/one.json"), "one handled");
		application = Application.start(stack, """
				spring.web.resources.static-locations: %s
				cors:
				  defaults.allowed-origins: https://shop.example.com
				  policies:
				    wide: { paths: ["/**"] }
				    strict: { paths: [/files/one.json], mode: deny }
				    items: { paths: ["/api/orders/*"], mode: deny }
				""".formatted(files.toUri()), Handlers.class);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@Test
	void getWhenFileIsSpelledWithSlashShouldBeRefused() {
		List<String> handled = new ArrayList<>();
		for (String end : new String[] { "", "/", "//", "/;x", "/;", "/.", "/./", "/;x/", "%2F", "/%2F" }) {
			String path = "/files/one.json" + end;
			if (application.get(path).send().body().contains("handled")) {
				handled.add(end);
			}
			Http.Response response = application.get(path).origin(SHOP).send();
			assertThat(response.body()).as(path).doesNotContain("handled");
			assertThat(response.header("Access-Control-Allow-Origin")).as(path).isNull();
		}
		// Else nothing was tried.
		assertThat(handled).contains("", "/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/orders", "/", "/api", "/api/" })
	void getWhenOnlyThePathWithSlashIsOfAnotherPolicyShouldBeGranted(String path) {
		Http.Response response = application.get(path).origin(SHOP).send();
		assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
	}

	@RestController
	static class Handlers {

		@GetMapping("/api/orders")
		String orders() {
			return "handled";
		}

	}

}
