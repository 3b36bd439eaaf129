package io.github.corsstarter.autoconfigure.actuate;

import io.github.corsstarter.autoconfigure.observe.RecentDifference;
import io.github.corsstarter.explain.PropertyLocator;
import org.jspecify.annotations.Nullable;

/**
 * Responses that differed in the same way from what a policy would have written. Times
 * are in ISO 8601.
 *
 * @param policy the policy
 * @param pattern the path pattern that led to it
 * @param header the header that differed
 * @param written what left, or the empty text
 * @param policyValue what the policy would have written, or the empty text
 * @param count how often
 * @param firstSeen when for the first time
 * @param lastSeen when for the last time
 * @param property the property to change, if the response is right
 * @param source where the property stands, or {@code null} where that is not known
 */
public record DifferenceDescriptor(String policy, String pattern, String header, String written, String policyValue,
		long count, String firstSeen, String lastSeen, String property, @Nullable String source) {

	static DifferenceDescriptor of(RecentDifference recent, PropertyLocator locator) {
		String policy = recent.policy().name();
		String key = recent.header().key();
		return new DifferenceDescriptor(policy, recent.pattern(), recent.header().header(), recent.header().written(),
				recent.header().policyValue(), recent.count(), recent.firstSeen().toString(),
				recent.lastSeen().toString(), locator.property(policy, key), locator.locate(policy, key));
	}

}
