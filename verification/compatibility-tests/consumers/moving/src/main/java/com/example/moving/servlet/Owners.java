package com.example.moving.servlet;

import java.util.List;

import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the application is for.
 */
abstract class Owners {

	@GetMapping
	List<String> list() {
		return List.of("first", "second");
	}

	@PostMapping
	ResponseEntity<String> add() {
		return ResponseEntity.status(201).body("added");
	}

	@GetMapping("/{id}")
	ResponseEntity<String> get(@PathVariable("id") String id) {
		return id.equals("none") ? ResponseEntity.notFound().build() : ResponseEntity.ok(id);
	}

	@PutMapping("/{id}")
	String replace(@PathVariable("id") String id) {
		return id;
	}

	@DeleteMapping("/{id}/visits")
	String deleteVisits(@PathVariable("id") String id) {
		return id;
	}

	@RestController
	@RequestMapping("/api/owners")
	@Profile("!annotated | moved")
	static class WithoutAnnotations extends Owners {

	}

	@RestController
	@RequestMapping("/api/owners")
	@CrossOrigin(origins = "${clinic.origin}", exposedHeaders = "errors, content-type")
	@Profile("annotated & !moved")
	static class WithAnnotations extends Owners {

		@Override
		@DeleteMapping("/{id}/visits")
		@CrossOrigin(origins = "https://vets.example.com", allowedHeaders = "x-reason", maxAge = 60)
		String deleteVisits(@PathVariable("id") String id) {
			return super.deleteVisits(id);
		}

	}

}
