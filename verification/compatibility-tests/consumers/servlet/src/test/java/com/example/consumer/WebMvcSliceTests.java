package com.example.consumer;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.test.web.servlet.MockMvc;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@WebMvcTest
class WebMvcSliceTests {

	@Autowired
	private MockMvc mvc;

	@Test
	void preflightWhenOriginIsListedShouldBeGranted() throws Exception {
		this.mvc
			.perform(options("/api/orders/1").header("Origin", "https://shop.example.com")
				.header("Access-Control-Request-Method", "PUT"))
			.andExpect(status().isNoContent())
			.andExpect(header().string("Access-Control-Allow-Origin", "https://shop.example.com"));
	}

	@Test
	void getWhenOriginIsNotListedShouldBeRefused() throws Exception {
		this.mvc.perform(get("/api/orders").header("Origin", "https://evil.example")).andExpect(status().isForbidden());
	}

}
