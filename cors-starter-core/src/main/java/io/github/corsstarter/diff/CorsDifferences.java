package io.github.corsstarter.diff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsPolicyRegistry;
import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.path.PathRegions;
import io.github.corsstarter.text.Listing;

/**
 * What browsers may do under one version of policies and not under another. Names, order
 * and other ways to write the same make no difference, nor does the caching of preflights
 * or what becomes of refused requests.
 *
 * @param widened what only the new version grants
 * @param narrowed what only the old version grants
 */
public record CorsDifferences(List<CorsDifference> widened, List<CorsDifference> narrowed) {

	/**
	 * Creates differences.
	 */
	public CorsDifferences {
		widened = List.copyOf(widened);
		narrowed = List.copyOf(narrowed);
	}

	/**
	 * Compares two versions.
	 * @param before the old version
	 * @param after the new version
	 * @return every difference
	 */
	public static CorsDifferences between(PolicyVersion before, PolicyVersion after) {
		CorsPolicyRegistry old = registry(before);
		CorsPolicyRegistry next = registry(after);
		Gains widened = new Gains(before.locator(), after.locator(), true);
		Gains narrowed = new Gains(after.locator(), before.locator(), false);
		for (String path : paths(before, after)) {
			Governed oldGoverned = Governed.of(old.governing(path, 0));
			Governed newGoverned = Governed.of(next.governing(path, 0));
			widened.add(path, oldGoverned, newGoverned);
			narrowed.add(path, newGoverned, oldGoverned);
		}
		return new CorsDifferences(widened.all(), narrowed.all());
	}

	private static CorsPolicyRegistry registry(PolicyVersion version) {
		return new CorsEngine(version.policies(), CorsObserver.NONE).registry();
	}

	private static Set<String> paths(PolicyVersion before, PolicyVersion after) {
		List<PathExpression> patterns = new ArrayList<>(before.paths());
		patterns.addAll(after.paths());
		boolean oneIgnoresCase = before.ignoresCase() != after.ignoresCase();
		boolean bothIgnoreCase = before.ignoresCase() && after.ignoresCase();
		Set<String> paths = new LinkedHashSet<>(PathRegions
			.of(bothIgnoreCase ? patterns.stream().map(PathExpression::ignoringCase).toList() : patterns));
		if (oneIgnoresCase) {
			List.copyOf(paths).forEach((path) -> paths.add(path.toUpperCase(Locale.ROOT)));
		}
		return paths;
	}

	/**
	 * Whether browsers may do the same under both versions.
	 * @return whether there is no difference
	 */
	public boolean isEmpty() {
		return this.widened.isEmpty() && this.narrowed.isEmpty();
	}

	/**
	 * Sums up, for a log.
	 * @return a line for each policy that grants more or less
	 */
	public List<String> summary() {
		Map<String, List<String>> widened = byPolicy(this.widened);
		Map<String, List<String>> narrowed = byPolicy(this.narrowed);
		Set<String> policies = new LinkedHashSet<>(widened.keySet());
		policies.addAll(narrowed.keySet());
		List<String> lines = new ArrayList<>();
		for (String policy : policies) {
			List<String> parts = new ArrayList<>();
			describe("widened by ", widened.getOrDefault(policy, List.of()), parts);
			describe("narrowed by ", narrowed.getOrDefault(policy, List.of()), parts);
			lines.add(policy + ": " + String.join("; ", parts));
		}
		return lines;
	}

	private static Map<String, List<String>> byPolicy(List<CorsDifference> differences) {
		Map<String, List<String>> texts = new TreeMap<>();
		differences.forEach((difference) -> texts.computeIfAbsent(difference.policy(), (policy) -> new ArrayList<>())
			.add(difference + " on " + difference.pattern()));
		return texts;
	}

	private static void describe(String intro, List<String> texts, List<String> parts) {
		if (!texts.isEmpty()) {
			parts.add(intro + Listing.of(texts));
		}
	}

}
