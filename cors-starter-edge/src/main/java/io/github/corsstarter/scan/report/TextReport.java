package io.github.corsstarter.scan.report;

import java.util.List;

import io.github.corsstarter.scan.finding.ScanFinding;
import io.github.corsstarter.scan.finding.ScanRule;
import io.github.corsstarter.scan.finding.ScanSeverity;
import io.github.corsstarter.scan.plan.Place;

/**
 * The report for a terminal.
 */
final class TextReport {

	private static final String NO_POLICY = "(no policy)";

	private final ScanReport report;

	private final StringBuilder text = new StringBuilder();

	private TextReport(ScanReport report) {
		this.report = report;
	}

	static String of(ScanReport report) {
		TextReport text = new TextReport(report);
		text.head();
		text.places();
		report.findings().forEach(text::finding);
		return text.text.toString();
	}

	private void head() {
		int policies = this.report.policies();
		List<Place> places = this.report.plan().places();
		line("CORS scan of " + this.report.plan().target() + ", policies of " + this.report.description());
		line(policies + ((policies == 1) ? " policy, " : " policies, ") + Columns.count(places.size(), "path") + ", "
				+ Columns.requests(this.report.requestsByMethod()) + " in " + Columns.seconds(this.report.duration())
				+ ", " + this.report.inconclusive() + " inconclusive");
		this.report.addresses().forEach((address) -> line("Asked " + address));
		line("");
	}

	private void places() {
		List<Place> places = this.report.plan().places();
		int names = places.stream().map(TextReport::policy).mapToInt(String::length).max().orElse(0);
		int patterns = places.stream().map(TextReport::pattern).mapToInt(String::length).max().orElse(0);
		for (Place place : places) {
			line(Columns.padded(policy(place), names) + "   " + Columns.padded(pattern(place), patterns) + "   "
					+ verdict(place));
		}
	}

	private static String policy(Place place) {
		return (place.policy() != null) ? place.policy() : NO_POLICY;
	}

	private static String pattern(Place place) {
		return (place.pattern() != null) ? place.pattern() : place.path();
	}

	private String verdict(Place place) {
		int errors = count(place, ScanSeverity.ERROR);
		int warnings = count(place, ScanSeverity.WARNING);
		if (errors + warnings > 0) {
			String both = (errors > 0 && warnings > 0) ? ", " : "";
			return "DRIFT   " + ((errors > 0) ? Columns.count(errors, "error") : "") + both
					+ ((warnings > 0) ? Columns.count(warnings, "warning") : "");
		}
		boolean unknown = this.report.findings()
			.stream()
			.anyMatch((finding) -> finding.rule() == ScanRule.INCONCLUSIVE && this.report.isAbout(finding, place));
		return unknown ? "inconclusive" : "agrees";
	}

	private int count(Place place, ScanSeverity severity) {
		return (int) this.report.findings()
			.stream()
			.filter((finding) -> finding.severity() == severity && this.report.isAbout(finding, place))
			.count();
	}

	private void finding(ScanFinding finding) {
		line("");
		line(finding.severity().name() + "  " + finding.rule().id() + "   "
				+ ((finding.policy() != null) ? finding.policy() : NO_POLICY) + "  " + finding.path() + "   "
				+ finding.effect().code());
		line("  " + finding.request());
		if (finding.rule() != ScanRule.INCONCLUSIVE) {
			line("    policy  " + finding.expected());
			line("    edge    " + finding.observed());
		}
		line("  " + finding.message());
		SourcePlace place = SourcePlace.of(finding.source());
		line("  " + finding.advice() + ((place != null) ? " Declared in " + place.brief() : ""));
		line("  " + finding.curl());
	}

	private void line(String line) {
		this.text.append(Columns.clean(line)).append('\n');
	}

}
