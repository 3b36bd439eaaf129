package io.github.corsstarter.cli.input;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Imports that are left out because their user says so, and which of them were met.
 */
final class SkippedImports {

	private final List<String> prefixes;

	private final Set<String> met = new LinkedHashSet<>();

	SkippedImports(List<String> prefixes) {
		this.prefixes = prefixes.stream()
			.map((prefix) -> prefix.endsWith(":") ? prefix.substring(0, prefix.length() - 1) : prefix)
			.toList();
	}

	/**
	 * Leaves an import out, if its prefix is one of those.
	 * @param prefix the prefix, without the colon
	 * @param location the whole location
	 * @return whether it is left out
	 */
	boolean skip(String prefix, String location) {
		boolean skipped = this.prefixes.contains(prefix);
		if (skipped) {
			this.met.add(location);
		}
		return skipped;
	}

	List<String> notes() {
		List<String> notes = new ArrayList<>();
		this.met.forEach((location) -> notes
			.add("The import " + location + " was skipped: what it sets is not among these policies."));
		return notes;
	}

}
