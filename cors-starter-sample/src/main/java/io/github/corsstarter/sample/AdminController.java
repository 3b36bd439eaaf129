package io.github.corsstarter.sample;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The shop's customers, for administrators.
 */
@RestController
@RequestMapping("/admin/users")
class AdminController {

	private final List<String> users = new CopyOnWriteArrayList<>(List.of("ada", "grace", "linus"));

	@GetMapping
	List<String> list() {
		return this.users;
	}

	@DeleteMapping
	ResponseEntity<Void> delete(@RequestParam(required = false) @Nullable String name) {
		boolean removed = this.users.removeIf((user) -> name == null || user.equals(name));
		return (removed ? ResponseEntity.noContent() : ResponseEntity.notFound()).build();
	}

}
