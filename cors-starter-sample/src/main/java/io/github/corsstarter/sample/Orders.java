package io.github.corsstarter.sample;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The orders, for as long as the application runs.
 */
@Component
final class Orders {

	// The page creates an order with every click; the oldest make room.
	private static final int MAX_ORDERS = 100;

	private final ConcurrentSkipListMap<Long, Order> orders = new ConcurrentSkipListMap<>(
			Map.of(1L, new Order(1, "Tea pot", 1), 2L, new Order(2, "Tea cup", 6)));

	private final AtomicLong lastId = new AtomicLong(2);

	List<Order> all() {
		return List.copyOf(this.orders.values());
	}

	@Nullable Order find(long id) {
		return this.orders.get(id);
	}

	Order add(Order.Draft draft) {
		Order order = put(this.lastId.incrementAndGet(), draft);
		while (this.orders.size() > MAX_ORDERS) {
			this.orders.pollFirstEntry();
		}
		return order;
	}

	@Nullable Order replace(long id, Order.Draft draft) {
		return this.orders.computeIfPresent(id, (key, order) -> draft.withId(id));
	}

	boolean remove(long id) {
		return this.orders.remove(id) != null;
	}

	private Order put(long id, Order.Draft draft) {
		Order order = draft.withId(id);
		this.orders.put(id, order);
		return order;
	}

}
