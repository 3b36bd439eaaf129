package io.github.corsstarter.scan.origins;

/**
 * An origin that a careless comparison takes for another one.
 *
 * @param origin the origin, which is sent and never resolved
 * @param note in what it differs
 * @param telling whether it is one of the few that most careless comparisons let in
 */
public record Lookalike(String origin, String note, boolean telling) {
}
