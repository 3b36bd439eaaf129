package io.github.corsstarter.autoconfigure.observe;

import java.time.Instant;

/**
 * What was seen of late, once or several times.
 *
 * @param <T> what was seen: a refusal, or a difference
 * @param value what was seen
 * @param count how often
 * @param firstSeen when for the first time
 * @param lastSeen when for the last time
 */
public record Recent<T>(T value, long count, Instant firstSeen, Instant lastSeen) {
}
