package io.github.corsstarter.scan.plan;

import java.util.List;

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
