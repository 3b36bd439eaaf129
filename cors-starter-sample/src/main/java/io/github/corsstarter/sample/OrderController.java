package io.github.corsstarter.sample;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The shop's orders.
 */
@RestController
@RequestMapping("/api/orders")
class OrderController {

	private final Orders orders;

	OrderController(Orders orders) {
		this.orders = orders;
	}

	@GetMapping
	ResponseEntity<List<Order>> list() {
		List<Order> all = this.orders.all();
		// The policy exposes the first of these headers and not the second, so that a
		// page sees what that means.
		return ResponseEntity.ok()
			.header("X-Total-Count", String.valueOf(all.size()))
			.header("X-Request-Id", UUID.randomUUID().toString())
			.body(all);
	}

	@GetMapping("/{id}")
	ResponseEntity<Order> get(@PathVariable long id) {
		return ResponseEntity.ofNullable(this.orders.find(id));
	}

	@PostMapping
	ResponseEntity<Order> create(@RequestBody Order.Draft draft) {
		Order order = this.orders.add(draft);
		return ResponseEntity.created(URI.create("/api/orders/" + order.id())).body(order);
	}

	@PutMapping("/{id}")
	ResponseEntity<Order> replace(@PathVariable long id, @RequestBody Order.Draft draft) {
		return ResponseEntity.ofNullable(this.orders.replace(id, draft));
	}

	@DeleteMapping("/{id}")
	ResponseEntity<Void> delete(@PathVariable long id) {
		return (this.orders.remove(id) ? ResponseEntity.noContent() : ResponseEntity.notFound()).build();
	}

}
