package io.github.corsstarter.scan.report;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.scan.finding.ScanFinding;
import io.github.corsstarter.scan.finding.ScanRule;
import io.github.corsstarter.scan.finding.ScanSeverity;
import io.github.corsstarter.scan.plan.Place;
import io.github.corsstarter.scan.plan.Probe;
import io.github.corsstarter.scan.plan.ProbePlan;
import io.github.corsstarter.scan.send.Sent;

/**
 * What a scan found.
 *
 * @param description what the policies were read from, such as
 * {@code application.yml (profile production)}
 * @param plan what was planned
 * @param sent what came of it
 * @param addresses the addresses of the hosts that were asked
 * @param findings what was found, the worst first
 */
public record ScanReport(String description, ProbePlan plan, Sent sent, List<String> addresses,
		List<ScanFinding> findings) {

	/**
	 * Creates a report.
	 */
	public ScanReport {
		addresses = List.copyOf(addresses);
		findings = List.copyOf(findings);
	}

	/**
	 * Counts findings.
	 * @param severity the severity
	 * @return how many findings have it
	 */
	public int count(ScanSeverity severity) {
		return (int) this.findings.stream().filter((finding) -> finding.severity() == severity).count();
	}

	/**
	 * Counts what could not be judged.
	 * @return the number of requests; where it is not 0, no finding at all is no pass
	 */
	public int inconclusive() {
		return this.findings.stream()
			.filter((finding) -> finding.rule() == ScanRule.INCONCLUSIVE)
			.mapToInt((finding) -> finding.probes().size())
			.sum();
	}

	/**
	 * Counts the policies that were asked for.
	 * @return the number of policies
	 */
	public int policies() {
		return policies(this.plan);
	}

	static int policies(ProbePlan plan) {
		return (int) plan.places().stream().filter(Place::isGoverned).map(Place::policy).distinct().count();
	}

	/**
	 * Counts the requests that were sent, those that were sent again among them.
	 * @return the number of requests
	 */
	public int requests() {
		return this.sent.requests().values().stream().mapToInt(Integer::intValue).sum();
	}

	/**
	 * Returns the report for a terminal. Nothing in it moves a cursor or changes colours.
	 * @return lines of ASCII
	 */
	public String toText() {
		return TextReport.of(this);
	}

	/**
	 * Returns the report for programs.
	 * @return JSON
	 */
	public String toJson() {
		return JsonReport.of(this);
	}

	/**
	 * Returns the report in the format in which code hosts show findings at a line.
	 * @return SARIF 2.1.0
	 */
	public String toSarif() {
		return SarifReport.of(this);
	}

	/**
	 * Returns the report in the format in which build servers show tests.
	 * @param failOn the severity from which a finding makes a test fail
	 * @return XML as JUnit's
	 */
	public String toJunitXml(ScanSeverity failOn) {
		return JunitReport.of(this, failOn);
	}

	/**
	 * Returns a plan for a terminal.
	 * @param plan the plan
	 * @param description what the policies were read from
	 * @param rate how many requests are sent in a second
	 * @return a line for each request, in the order in which they would be sent
	 */
	public static String text(ProbePlan plan, String description, int rate) {
		return PlanText.of(plan, description, rate);
	}

	Duration duration() {
		return this.sent.duration();
	}

	Map<String, Integer> requestsByMethod() {
		return this.sent.requests();
	}

	boolean isAbout(ScanFinding finding, Place place) {
		return finding.probes().stream().map(Probe::place).anyMatch(place::equals);
	}

}
