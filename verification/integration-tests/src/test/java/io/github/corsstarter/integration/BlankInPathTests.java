package io.github.corsstarter.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Blanks and control characters that Spring leaves out when it looks for a static file
 * lead past no policy.
 */
class BlankInPathTests {

	private static final String SHOP = "https://shop.example.com";

	@ParameterizedTest
	@EnumSource(Stack.class)
	void getWhenFileIsSpelledWithBlanksShouldBeRefused(Stack stack, @TempDir Path files) throws IOException {
		Files.createDirectories(files.resolve("files"));
		Files.writeString(files.resolve("files/one.json"), "one handled");
		List<String> handled = new ArrayList<>();
		try (Application application = Application.start(stack, """
				spring.mvc.pathmatch.matching-strategy: ant_path_matcher
				spring.mvc.static-path-pattern: /static/**
				spring.webflux.static-path-pattern: /static/**
				spring.web.resources.static-locations: %s
				cors:
				  defaults.allowed-origins: https://shop.example.com
				  policies:
				    wide: { paths: ["/**"] }
				    strict: { paths: [/static/files/one.json], mode: deny }
				""".formatted(files.toUri()))) {
			for (String blank : new String[] { "", "%20", "%09", "%0a", "%0D", "%7f", "%20%20", "%20/", "/%20/",
					"%00" }) {
				String path = "/static/" + blank + "files/one.json";
				if (application.get(path).send().body().contains("handled")) {
					handled.add(blank);
				}
				assertThat(application.get(path).origin(SHOP).send().body()).as(path).doesNotContain("handled");
			}
			assertThat(application.get("/static/%20other.json").origin(SHOP).send().status()).isNotEqualTo(403);
		}
		// Else nothing was tried.
		assertThat(handled).containsAll(stack.isServlet() ? List.of("", "%20") : List.of(""));
	}

}
