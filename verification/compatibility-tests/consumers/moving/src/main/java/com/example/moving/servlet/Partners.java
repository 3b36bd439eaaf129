package com.example.moving.servlet;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Partners {

	@GetMapping("/partners/feed")
	String feed() {
		return "news";
	}

}
