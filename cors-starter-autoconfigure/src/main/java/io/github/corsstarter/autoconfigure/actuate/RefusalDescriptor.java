package io.github.corsstarter.autoconfigure.actuate;

import io.github.corsstarter.Refusal;
import io.github.corsstarter.autoconfigure.observe.Recent;

/**
 * Refusals that are the same but for their time. Times are in ISO 8601.
 *
 * @param policy the policy that refused, or would have
 * @param pattern the path pattern that led to it
 * @param reason why
 * @param detail what in the request was refused
 * @param origin the request's origin
 * @param count how often
 * @param firstSeen when for the first time
 * @param lastSeen when for the last time
 * @param advice what to change, if the request is meant to be granted
 */
public record RefusalDescriptor(String policy, String pattern, String reason, String detail, String origin, long count,
		String firstSeen, String lastSeen, String advice) {

	static RefusalDescriptor of(Recent<Refusal> recent, String advice) {
		Refusal refusal = recent.value();
		return new RefusalDescriptor(refusal.policy().name(), refusal.pattern(), refusal.reason().code(),
				refusal.detail(), refusal.origin(), recent.count(), recent.firstSeen().toString(),
				recent.lastSeen().toString(), advice);
	}

}
