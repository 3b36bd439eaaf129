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
 * Says at the start which policies are in force.
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
		if (logger.isInfoEnabled()) {
			List<CorsPolicy> policies = this.engine.policySet().policies();
			logger.info(policies.isEmpty() ? describe(this.otherCors.get()) : describe(policies));
		}
	}

	private static String describe(String otherCors) {
		String nothing = "No CORS policies: the starter does nothing";
		return otherCors.isEmpty() ? nothing : nothing + ". CORS is configured by " + otherCors
				+ ", which /actuator/cors?suggest=true shows as policies";
	}

	static String describe(List<CorsPolicy> policies) {
		StringBuilder text = new StringBuilder("CORS policies: ");
		for (int i = 0; i < policies.size(); i++) {
			String policy = describe(policies.get(i));
			if (text.length() + policy.length() > MAX_LENGTH) {
				return text.append((i == 0) ? "" : " and ").append(policies.size() - i).append(" more").toString();
			}
			text.append((i == 0) ? "" : ", ").append(policy);
		}
		return text.toString();
	}

	private static String describe(CorsPolicy policy) {
		String mode = (policy.mode() == PolicyMode.ENFORCE) ? "" : " (" + policy.mode().code() + ")";
		return policy.name() + mode + " " + policy.resolved().paths();
	}

}
