package io.github.corsstarter.scan.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.corsstarter.scan.finding.ScanFinding;
import io.github.corsstarter.scan.finding.ScanRule;
import io.github.corsstarter.scan.finding.ScanSeverity;
import io.github.corsstarter.scan.plan.Probe;
import org.jspecify.annotations.Nullable;

/**
 * The report in the format in which build servers show tests: a suite for each policy, a
 * case for each request.
 */
final class JunitReport {

	private final ScanReport report;

	private final ScanSeverity failOn;

	private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

	private JunitReport(ScanReport report, ScanSeverity failOn) {
		this.report = report;
		this.failOn = failOn;
	}

	static String of(ScanReport report, ScanSeverity failOn) {
		JunitReport junit = new JunitReport(report, failOn);
		junit.write();
		return junit.xml.toString();
	}

	private void write() {
		List<Probe> probes = new ArrayList<>(this.report.plan().probes());
		probes.addAll(this.report.plan().leftOff());
		Map<String, List<Probe>> suites = probes.stream()
			.collect(Collectors.groupingBy(JunitReport::suite, LinkedHashMap::new, Collectors.toList()));
		this.xml.append("<testsuites")
			.append(attribute("name", "CORS scan of " + this.report.plan().target()))
			.append(counts(probes))
			.append(attribute("time", String.format(Locale.ROOT, "%.3f", this.report.duration().toMillis() / 1000.0)))
			.append(">\n");
		suites.forEach(this::suite);
		this.xml.append("</testsuites>\n");
	}

	private static String suite(Probe probe) {
		return (probe.place().policy() != null) ? probe.place().policy() : "no policy";
	}

	private void suite(String name, List<Probe> probes) {
		this.xml.append("  <testsuite").append(attribute("name", name)).append(counts(probes)).append(">\n");
		probes.forEach((probe) -> testcase(name, probe));
		this.xml.append("  </testsuite>\n");
	}

	private String counts(List<Probe> probes) {
		long skipped = probes.stream().filter((probe) -> unknown(probe) != null).count();
		long failed = probes.stream().filter((probe) -> !failures(probe).isEmpty()).count();
		return attribute("tests", String.valueOf(probes.size())) + attribute("failures", String.valueOf(failed))
				+ attribute("errors", "0") + attribute("skipped", String.valueOf(skipped));
	}

	private void testcase(String suite, Probe probe) {
		String pattern = (probe.place().pattern() != null) ? probe.place().pattern() : probe.place().path();
		String note = probe.note().isEmpty() ? probe.purpose().toString() : probe.note();
		this.xml.append("    <testcase")
			.append(attribute("classname", suite + " " + pattern))
			.append(attribute("name", probe.method() + " " + probe.pathAndQuery() + ": " + probe.words(false) + " ("
					+ note + (probe.direct() ? ", asked directly" : "") + ")"));
		ScanFinding unknown = unknown(probe);
		List<ScanFinding> failures = failures(probe);
		if (unknown == null && failures.isEmpty()) {
			this.xml.append("/>\n");
			return;
		}
		this.xml.append(">\n");
		if (unknown != null) {
			this.xml.append("      <skipped").append(attribute("message", unknown.message())).append("/>\n");
		}
		failures.forEach(this::failure);
		this.xml.append("    </testcase>\n");
	}

	private void failure(ScanFinding finding) {
		String text = "policy  " + finding.expected() + "\nedge    " + finding.observed() + "\n" + finding.advice()
				+ "\n" + finding.curl() + "\n";
		this.xml.append("      <failure")
			.append(attribute("type", finding.rule().id()))
			.append(attribute("message", finding.message()))
			.append('>')
			.append(escape(text))
			.append("</failure>\n");
	}

	private @Nullable ScanFinding unknown(Probe probe) {
		return this.report.findings()
			.stream()
			.filter((finding) -> finding.rule() == ScanRule.INCONCLUSIVE && finding.probes().contains(probe))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Returns the findings for which a test fails: one, as a test fails once.
	 */
	private List<ScanFinding> failures(Probe probe) {
		return this.report.findings()
			.stream()
			.filter((finding) -> finding.rule() != ScanRule.INCONCLUSIVE
					&& finding.severity().compareTo(this.failOn) <= 0 && finding.probes().contains(probe))
			.limit(1)
			.toList();
	}

	private static String attribute(String name, String value) {
		return " " + name + "=\"" + escape(value) + "\"";
	}

	/**
	 * Escapes for attributes and text alike. What XML cannot hold at all is replaced.
	 */
	private static String escape(String text) {
		StringBuilder escaped = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			switch (c) {
				case '<' -> escaped.append("&lt;");
				case '>' -> escaped.append("&gt;");
				case '&' -> escaped.append("&amp;");
				case '"' -> escaped.append("&quot;");
				case '\n' -> escaped.append(c);
				default -> escaped.append((c >= ' ' && c <= '~') ? c : '?');
			}
		}
		return escaped.toString();
	}

}
