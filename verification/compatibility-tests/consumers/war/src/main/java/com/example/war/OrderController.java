package com.example.war;

import java.io.IOException;
import java.util.concurrent.Callable;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
public class OrderController {

	@GetMapping("/orders")
	public String list() {
		return "first, second";
	}

	@GetMapping("/failing")
	public String fail() {
		throw new IllegalStateException("a handler's");
	}

	@GetMapping("/failing-later")
	public Callable<String> failLater() {
		return () -> {
			throw new IllegalStateException("a handler's");
		};
	}

	@GetMapping("/begun-anew")
	public void beginAnew(HttpServletResponse response) throws IOException {
		response.getWriter().write("first");
		response.reset();
		response.setHeader("Access-Control-Allow-Origin", "*");
		response.setHeader("Vary", "Accept");
		response.sendError(410);
	}

	@GetMapping("/teapot")
	public void sendError(HttpServletResponse response) throws IOException {
		response.sendError(418);
	}

}
