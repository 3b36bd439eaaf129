package io.github.corsstarter.autoconfigure.observe;

import java.time.Instant;

import io.github.corsstarter.Refusal;

/**
 * Refusals that are the same but for their time.
 *
 * @param refusal what was refused
 * @param count how often
 * @param firstSeen when it was refused for the first time
 * @param lastSeen when it was refused for the last time
 */
public record RecentRefusal(Refusal refusal, long count, Instant firstSeen, Instant lastSeen) {
}
