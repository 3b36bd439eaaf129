package io.github.corsstarter.scan.plan;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.browser.PreflightNeed;
import io.github.corsstarter.explain.CorsQuery;
import io.github.corsstarter.text.Printable;
import org.jspecify.annotations.Nullable;

/**
 * Every request of a scan, in the order in which they are sent.
 *
 * @param target the site that is held against the policies
 * @param direct where the application itself is asked, or {@code null}
 * @param probes what is sent
 * @param leftOff what is not, because of the cap
 */
public record ProbePlan(Site target, @Nullable Site direct, List<Probe> probes, List<Probe> leftOff) {

	/**
	 * Creates a plan.
	 */
	public ProbePlan {
		probes = List.copyOf(probes);
		leftOff = List.copyOf(leftOff);
	}

	/**
	 * Makes the plan of a single request of a page: the preflight that its browser would
	 * send and, for GET and HEAD, the request itself, behind one without an origin that
	 * is harmless to caches. No other method is sent: whether it may be is asked for by
	 * the preflight, be one needed or not.
	 * @param target the site
	 * @param query the request
	 * @param origin the page's origin
	 * @param token a value for queries that no request had before
	 * @return the plan
	 * @throws IllegalArgumentException if the path cannot be sent
	 */
	public static ProbePlan of(Site target, CorsQuery query, String origin, String token) {
		String path = query.target().path();
		if (!Site.isPath(path)) {
			throw new IllegalArgumentException("The path \"" + Printable.of(path) + "\" cannot be sent.");
		}
		Place place = new Place(null, null, target.withoutBasePath(path));
		PreflightNeed need = PreflightNeed.of(query.method(), query.headers());
		boolean sent = query.method().equals("GET") || query.method().equals("HEAD");
		Fresh fresh = new Fresh(token);
		List<Probe> probes = new ArrayList<>();
		if (!sent || !need.because().isEmpty()) {
			probes.add(Probe.preflight(place, Purpose.ALLOWED_METHOD, origin, query.method(), need.headerNames()));
		}
		if (sent) {
			probes.add(Probe.actual(place, Purpose.PLAIN, query.method(), null, fresh.next()));
			probes.add(Probe.actual(place, Purpose.ALLOWED_ORIGIN, query.method(), origin, fresh.next()));
		}
		return new ProbePlan(target, null, probes, List.of());
	}

	/**
	 * Returns the site that a probe asks.
	 * @param probe one of the probes
	 * @return the target, or where the application itself is asked
	 */
	public Site site(Probe probe) {
		return (probe.direct() && this.direct != null) ? this.direct : this.target;
	}

	/**
	 * Returns the paths that are asked for, each once.
	 * @return the paths and what governs them, in the order of the plan
	 */
	public List<Place> places() {
		return this.probes.stream().map(Probe::place).distinct().toList();
	}

}
