package com.example.moving.webflux;

import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.ResponseEntity;
import org.springframework.context.annotation.Profile;
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
@RestController
@Profile("!gateway")
class Owners {

	@GetMapping("/api/owners")
	Flux<String> list() {
		return Flux.fromIterable(List.of("first", "second"));
	}

	@PostMapping("/api/owners")
	Mono<String> add() {
		return Mono.just("added");
	}

	@GetMapping("/api/owners/{id}")
	Mono<ResponseEntity<String>> get(@PathVariable("id") String id) {
		return Mono.just(id.equals("none") ? ResponseEntity.notFound().build() : ResponseEntity.ok(id));
	}

	@PutMapping("/api/owners/{id}")
	Mono<String> replace(@PathVariable("id") String id) {
		return Mono.just(id);
	}

	@DeleteMapping("/api/owners/{id}/visits")
	Mono<String> deleteVisits(@PathVariable("id") String id) {
		return Mono.just(id);
	}

	@GetMapping("/partners/feed")
	Mono<String> feed() {
		return Mono.just("news");
	}

	/**
	 * What is behind the gateway.
	 */
	@RestController
	@Profile("gateway")
	static class Upstream {

		@RequestMapping("/upstream")
		Mono<String> handle() {
			return Mono.just("got");
		}

	}

}
