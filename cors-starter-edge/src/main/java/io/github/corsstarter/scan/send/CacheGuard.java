package io.github.corsstarter.scan.send;

import java.util.HashMap;
import java.util.Map;

import io.github.corsstarter.scan.plan.Place;
import io.github.corsstarter.scan.plan.Probe;
import io.github.corsstarter.scan.plan.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a scan from poisoning a cache. An answer that is made for an origin may be kept
 * only where nobody else asks for it: under a query that no one else has. Where a cache
 * does not mind the query, nothing with an origin is sent that a cache could keep.
 */
final class CacheGuard {

	private final Map<Place, String> closed = new HashMap<>();

	private final Map<Place, String> closedDirectly = new HashMap<>();

	/**
	 * Returns why a probe must not be sent.
	 * @return a clause, or {@code null} where it may
	 */
	@Nullable String objection(Probe probe) {
		boolean harmless = probe.isPreflight() || probe.origin() == null;
		return harmless ? null : closed(probe).get(probe.place());
	}

	void learn(Exchange exchange) {
		Probe probe = exchange.probe();
		if (probe.isPreflight() || probe.purpose() == Purpose.CACHE_READ) {
			return;
		}
		if (exchange.answer() == null && probe.origin() == null) {
			closed(probe).putIfAbsent(probe.place(),
					"not sent, as the same path without an origin was not answered, so that nothing is known of its cache");
		}
		else if (exchange.answer() != null && CacheMarks.isHit(exchange.answer())) {
			closed(probe).putIfAbsent(probe.place(),
					"not sent, as a cache answers without minding the query: its copy for everyone could be replaced");
		}
	}

	private Map<Place, String> closed(Probe probe) {
		return probe.direct() ? this.closedDirectly : this.closed;
	}

}
