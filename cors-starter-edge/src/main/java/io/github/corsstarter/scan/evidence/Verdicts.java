package io.github.corsstarter.scan.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.corsstarter.scan.finding.ScanRule;

/**
 * Collects verdicts on one place.
 */
public final class Verdicts {

	private final List<Verdict> verdicts = new ArrayList<>();

	public void add(Verdict verdict) {
		this.verdicts.add(verdict);
	}

	public boolean isEmpty() {
		return this.verdicts.isEmpty();
	}

	public Stream<Verdict> stream() {
		return this.verdicts.stream();
	}

	public Stream<Verdict> of(ScanRule rule) {
		return stream().filter((verdict) -> verdict.rule() == rule);
	}

	public boolean has(ScanRule rule) {
		return of(rule).findAny().isPresent();
	}

	public void removeIf(Predicate<Verdict> condition) {
		this.verdicts.removeIf(condition);
	}

	/**
	 * Puts another rule in place of one.
	 */
	public void replaceIf(Predicate<Verdict> condition, ScanRule rule, String what) {
		this.verdicts.replaceAll((verdict) -> condition.test(verdict) ? verdict.as(rule, what) : verdict);
	}

}
