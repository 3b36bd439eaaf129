package io.github.corsstarter.scan.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Collects verdicts on one place.
 */
final class Verdicts {

	private final List<Verdict> verdicts = new ArrayList<>();

	void add(Verdict verdict) {
		this.verdicts.add(verdict);
	}

	boolean isEmpty() {
		return this.verdicts.isEmpty();
	}

	Stream<Verdict> stream() {
		return this.verdicts.stream();
	}

	Stream<Verdict> of(ScanRule rule) {
		return stream().filter((verdict) -> verdict.rule() == rule);
	}

	boolean has(ScanRule rule) {
		return of(rule).findAny().isPresent();
	}

	void removeIf(Predicate<Verdict> condition) {
		this.verdicts.removeIf(condition);
	}

	/**
	 * Puts another rule in place of one.
	 */
	void replaceIf(Predicate<Verdict> condition, ScanRule rule, String what) {
		this.verdicts.replaceAll((verdict) -> condition.test(verdict) ? verdict.as(rule, what) : verdict);
	}

}
