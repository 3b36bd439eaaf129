package io.github.corsstarter.autoconfigure.diagnostics;

import java.util.List;
import java.util.function.Supplier;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.policy.PolicyMode;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Says at the start, and when they have changed, which policies are in force.
 */
public final class PolicyAnnouncement implements SmartInitializingSingleton {

	/** From this many characters on policies are counted, no longer named. */
	static final int MAX_LENGTH = 2000;

	private static final Log logger = LogFactory.getLog(PolicyAnnouncement.class);

	private final CorsEngine engine;

	private final Supplier<String> otherCors;

	/**
	 * Creates an announcement.
	 * @param engine holds the policies in force
	 * @param otherCors names the CORS configuration of the application's own, or is empty
	 */
	public PolicyAnnouncement(CorsEngine engine, Supplier<String> otherCors) {
		this.engine = engine;
		this.otherCors = otherCors;
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<CorsPolicy> policies = this.engine.policySet().policies();
		if (policies.isEmpty() && logger.isInfoEnabled()) {
			logger.info(describe(this.otherCors.get()));
		}
		else {
			announce(policies);
		}
	}

	/**
	 * Says which policies are in force.
	 * @param policies the policies
	 */
	public static void announce(List<CorsPolicy> policies) {
		if (logger.isInfoEnabled()) {
			logger.info(policies.isEmpty() ? describe("") : describe(policies));
		}
	}

	/**
	 * Warns of paths that no policy governs any more, after others were put in force.
	 * @param patterns the patterns that governed them, each with its policy
	 */
	public static void warnOfLost(List<String> patterns) {
		if (!patterns.isEmpty()) {
			logger.warn("No CORS policy governs these paths any more, and requests there pass untouched: "
					+ list(patterns));
		}
	}

	private static String describe(String otherCors) {
		String nothing = "No CORS policies: the starter does nothing";
		return otherCors.isEmpty() ? nothing : nothing + ". CORS is configured by " + otherCors
				+ ", which /actuator/cors?suggest=true shows as policies";
	}

	static String describe(List<CorsPolicy> policies) {
		return "CORS policies: " + list(policies.stream().map(PolicyAnnouncement::describe).toList());
	}

	private static String list(List<String> entries) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < entries.size(); i++) {
			if (text.length() + entries.get(i).length() > MAX_LENGTH) {
				return text.append((i == 0) ? "" : " and ").append(entries.size() - i).append(" more").toString();
			}
			text.append((i == 0) ? "" : ", ").append(entries.get(i));
		}
		return text.toString();
	}

	private static String describe(CorsPolicy policy) {
		String mode = (policy.mode() == PolicyMode.ENFORCE) ? "" : " (" + policy.mode().code() + ")";
		return policy.name() + mode + " " + policy.resolved().paths();
	}

}
