package io.github.corsstarter.integration;

import org.junit.jupiter.api.Test;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A path that is decoded in the charset of the request's body leads past no policy.
 */
class PathCharsetTests {

	private static final String SHOP = "https://shop.example.com";

	@Test
	void postWhenPathMeansAnotherInTheRequestsCharsetShouldBeRefused() {
		try (Application application = Application.start(Stack.TOMCAT, """
				spring.mvc.pathmatch.matching-strategy: ant_path_matcher
				spring.servlet.encoding.force: false
				cors:
				  defaults.allowed-origins: https://shop.example.com
				  policies:
				    wide: { paths: ["/**"] }
				    strict: { paths: [/api/admin/secret], mode: deny }
				""", Secret.class)) {
			// An escape sequence that switches to ASCII, and stands for no letter.
			String path = "/api/admin/sec%1B%28%42ret";
			assertThat(post(application, path, "iso-2022-jp").send().body()).isEqualTo("handled");
			Http.Response refused = post(application, path, "iso-2022-jp").origin(SHOP).send();
			assertThat(refused.status()).isEqualTo(403);
			assertThat(refused.corsHeaders()).isEmpty();
			for (String charset : new String[] { "utf-8", "none-such", "?" }) {
				assertThat(post(application, path, charset).origin(SHOP).send().body()).as(charset)
					.doesNotContain("handled");
			}
			assertThat(post(application, "/api/%6fther", "iso-8859-1").origin(SHOP).send().body()).isEqualTo("other");
		}
	}

	private static Http.Request post(Application application, String path, String charset) {
		return application.request("POST", path).body("text/plain;charset=" + charset, "");
	}

	@RestController
	static class Secret {

		@PostMapping("/api/admin/secret")
		String tell() {
			return "handled";
		}

		@PostMapping("/api/other")
		String other() {
			return "other";
		}

	}

}
