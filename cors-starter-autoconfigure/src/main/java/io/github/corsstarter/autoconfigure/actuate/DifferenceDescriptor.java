package io.github.corsstarter.autoconfigure.actuate;

import io.github.corsstarter.ResponseDifference.HeaderDifference;
import io.github.corsstarter.autoconfigure.observe.Recent;
import io.github.corsstarter.autoconfigure.observe.RecentDifferences.Difference;
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

	static DifferenceDescriptor of(Recent<Difference> recent, PropertyLocator locator) {
		String policy = recent.value().policy();
		HeaderDifference header = recent.value().header();
		return new DifferenceDescriptor(policy, recent.value().pattern(), header.header(), header.written(),
				header.policyValue(), recent.count(), recent.firstSeen().toString(), recent.lastSeen().toString(),
				locator.property(policy, header.key()), locator.locate(policy, header.key()));
	}

}
