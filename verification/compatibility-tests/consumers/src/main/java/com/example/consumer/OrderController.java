package com.example.consumer;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/orders")
public class OrderController {

	@GetMapping
	public List<String> list() {
		return List.of("first", "second");
	}

	@PutMapping("/{id}")
	public String replace(@PathVariable String id) {
		return id;
	}

}
