package io.github.corsstarter.integration.slice;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.web.servlet.MockMvc;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * A {@code @WebMvcTest} of a user's application has the filter.
 */
@WebMvcTest(properties = { "cors.policies.api.paths=/api/**",
		"cors.policies.api.allowed-origins=https://shop.example.com" })
class WebMvcSliceTests {

	@Autowired
	private MockMvc mvc;

	@Test
	void preflightShouldBeAnswered() throws Exception {
		this.mvc
			.perform(options("/api/orders").header("Origin", "https://shop.example.com")
				.header("Access-Control-Request-Method", "POST"))
			.andExpect(status().isNoContent())
			.andExpect(header().string("Access-Control-Allow-Origin", "https://shop.example.com"));
	}

	@Test
	void getWhenOriginIsNotAllowedShouldBeRefused() throws Exception {
		this.mvc.perform(get("/api/orders").header("Origin", "https://evil.example.com"))
			.andExpect(status().isForbidden())
			.andExpect(header().doesNotExist("Access-Control-Allow-Origin"));
	}

}
