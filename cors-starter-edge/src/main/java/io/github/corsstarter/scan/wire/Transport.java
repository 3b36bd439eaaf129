package io.github.corsstarter.scan.wire;

import java.io.IOException;

import io.github.corsstarter.scan.plan.Probe;

/**
 * Carries a probe over the wire and its answer back.
 */
@FunctionalInterface
public interface Transport {

	/**
	 * Sends a probe.
	 * @return the answer, whatever its status
	 * @throws IOException if there is none
	 */
	Answer send(Probe probe) throws IOException, InterruptedException;

}
