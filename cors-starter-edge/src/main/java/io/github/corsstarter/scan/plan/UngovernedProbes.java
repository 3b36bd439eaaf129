package io.github.corsstarter.scan.plan;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Makes the probes of a path that no policy governs.
 */
final class UngovernedProbes {

	private static final String METHOD = "GET";

	private final Place place;

	private final String token;

	private final Fresh fresh;

	UngovernedProbes(Place place, String token, Fresh fresh) {
		this.place = place;
		this.token = token;
		this.fresh = fresh;
	}

	/**
	 * Returns the probes.
	 * @param known an origin that some policy allows, which has no rights here
	 */
	List<Probe> list(@Nullable String known) {
		List<Probe> probes = new ArrayList<>();
		probes.add(actual(Purpose.PLAIN, null));
		probes.add(actual(Purpose.CACHE_FILLED, null));
		String stranger = "https://" + this.token + ".invalid";
		probes.add(actual(Purpose.STRANGER, stranger));
		probes.add(Probe.preflight(this.place, Purpose.STRANGER, stranger, METHOD, List.of()));
		if (known != null) {
			probes.add(actual(Purpose.ALLOWED_ORIGIN, known));
		}
		return probes;
	}

	private Probe actual(Purpose purpose, @Nullable String origin) {
		return Probe.actual(this.place, purpose, METHOD, origin, this.fresh.next());
	}

}
