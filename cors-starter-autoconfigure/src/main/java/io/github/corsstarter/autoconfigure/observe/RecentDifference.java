package io.github.corsstarter.autoconfigure.observe;

import java.time.Instant;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.ResponseDifference.HeaderDifference;

/**
 * Differences that are the same but for their time.
 *
 * @param policy the policy that has the name now
 * @param pattern the path pattern that led to it
 * @param header the header that differed
 * @param count how often
 * @param firstSeen when it differed for the first time
 * @param lastSeen when it differed for the last time
 */
public record RecentDifference(CorsPolicy policy, String pattern, HeaderDifference header, long count,
		Instant firstSeen, Instant lastSeen) {
}
