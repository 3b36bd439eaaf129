package io.github.corsstarter.autoconfigure.observe;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.RefusalReason;

/**
 * Something for each policy and reason, which a policy hands on to its successor of the
 * same name.
 *
 * @param <T> the type of it
 */
final class PerReason<T> {

	private final Map<String, Map<RefusalReason, T>> byPolicy = new HashMap<>();

	private final BiFunction<CorsPolicy, RefusalReason, T> factory;

	PerReason(BiFunction<CorsPolicy, RefusalReason, T> factory) {
		this.factory = factory;
	}

	/**
	 * Returns what there is for a policy, making it where there is nothing.
	 */
	synchronized Map<RefusalReason, T> of(CorsPolicy policy) {
		return this.byPolicy.computeIfAbsent(policy.name(), (name) -> {
			Map<RefusalReason, T> byReason = new EnumMap<>(RefusalReason.class);
			for (RefusalReason reason : RefusalReason.values()) {
				byReason.put(reason, this.factory.apply(policy, reason));
			}
			return byReason;
		});
	}

	/**
	 * Removes what belongs to other policies than these.
	 */
	synchronized void retain(Iterable<CorsPolicy> policies, Consumer<T> removed) {
		Map<String, Map<RefusalReason, T>> gone = new HashMap<>(this.byPolicy);
		policies.forEach((policy) -> gone.remove(policy.name()));
		this.byPolicy.keySet().removeAll(gone.keySet());
		gone.values().forEach((byReason) -> byReason.values().forEach(removed));
	}

}
