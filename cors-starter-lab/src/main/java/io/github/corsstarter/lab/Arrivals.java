package io.github.corsstarter.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What of the lab's experiments arrived. No script can see whether its browser sent a
 * preflight, and what a blocked response was: only the server can tell.
 */
public final class Arrivals {

	// The lab adds it at the end of the URLs that it has requests sent to.
	private static final String PARAMETER = "cors-lab=";

	// A view of the lab sends some hundreds; the oldest make room.
	private static final int MAX_EXPERIMENTS = 4_096;

	// One preflight and one request, unless there are redirects.
	private static final int MAX_EXCHANGES = 8;

	private static final int MAX_ID_LENGTH = 40;

	private final Map<String, List<Exchange>> experiments = new LinkedHashMap<>() {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, List<Exchange>> eldest) {
			return size() > MAX_EXPERIMENTS;
		}

	};

	/**
	 * Returns the experiment that a request belongs to.
	 * @param query the undecoded query, or {@code null} for none
	 * @return the experiment's id, or {@code null} for all other requests
	 */
	public static @Nullable String experiment(@Nullable String query) {
		int at = (query != null) ? query.lastIndexOf(PARAMETER) : -1;
		if (query == null || at < 0 || query.length() - at - PARAMETER.length() > MAX_ID_LENGTH) {
			return null;
		}
		boolean whole = at == 0 || query.charAt(at - 1) == '&';
		return whole ? query.substring(at + PARAMETER.length()) : null;
	}

	/**
	 * Notes a request that has arrived.
	 * @param experiment the experiment's id
	 * @param exchange the request, to which its response is added later
	 */
	public synchronized void note(String experiment, Exchange exchange) {
		List<Exchange> exchanges = this.experiments.computeIfAbsent(experiment, (id) -> new ArrayList<>(2));
		if (exchanges.size() < MAX_EXCHANGES) {
			exchanges.add(exchange);
		}
	}

	/**
	 * Returns what arrived of an experiment.
	 * @param experiment the experiment's id
	 * @return requests with their responses, in their order
	 */
	public synchronized List<Exchange> find(String experiment) {
		return List.copyOf(this.experiments.getOrDefault(experiment, List.of()));
	}

}
