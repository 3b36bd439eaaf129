package io.github.corsstarter.integration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Form posts from elsewhere, as logins and payments send them.
 */
@ParameterizedClass
@EnumSource(Stack.class)
class FormPostTests {

	private static final String LOGIN = "https://login.example.org";

	private static final String FORM = "application/x-www-form-urlencoded";

	private static Application application;

	private final Stack stack;

	FormPostTests(Stack stack) {
		this.stack = stack;
	}

	@BeforeParameterizedClassInvocation
	static void start(Stack stack) {
		application = Application.start(stack, """
				spring.mvc.hiddenmethod.filter.enabled: true
				cors:
				  defaults:
				    allowed-origins: https://shop.example.com
				  policies:
				    all:
				      paths: /**
				    callback:
				      paths: /login/callback
				      on-refusal: forward
				""", Handlers.class);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@Test
	void postFromElsewhereShouldBeBlockedAndNotHandled() {
		Http.Response response = form("/orders", "code=1").send();
		assertThat(response.status()).isEqualTo(403);
		assertThat(response.body()).doesNotContain("handled");
	}

	@Test
	void postFromElsewhereShouldReachAPathThatForwards() {
		Http.Response response = form("/login/callback", "code=1").send();
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.body()).contains("handled");
		assertThat(response.corsHeaders()).isEmpty();
	}

	@Test
	void postFromAnOpaqueOriginShouldPassWhereTheBrowserSaysSameOrigin() {
		Http.Response response = application.request("POST", "/orders")
			.origin("null")
			.header("Sec-Fetch-Site", "same-origin")
			.header("Sec-Fetch-Mode", "navigate")
			.body(FORM, "code=1")
			.send();
		assertThat(response.status()).isEqualTo(200);
	}

	/**
	 * What the warning {@code method-override-filter} is about: the method is checked
	 * before a filter behind changes it.
	 */
	@Test
	void postWithHiddenMethodShouldBeCheckedAsPost() {
		assumeTrue(this.stack.isServlet(), "servlet stack only");
		Http.Response response = application.request("POST", "/orders")
			.origin("https://shop.example.com")
			.body(FORM, "_method=DELETE")
			.send();
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.body()).contains("handled delete");
	}

	private static Http.Request form(String path, String body) {
		return application.request("POST", path)
			.origin(LOGIN)
			.header("Sec-Fetch-Site", "cross-site")
			.header("Sec-Fetch-Mode", "navigate")
			.body(FORM, body);
	}

	@RestController
	static class Handlers {

		@PostMapping({ "/orders", "/login/callback" })
		String post() {
			return "handled";
		}

		@DeleteMapping("/orders")
		String delete() {
			return "handled delete";
		}

	}

}
