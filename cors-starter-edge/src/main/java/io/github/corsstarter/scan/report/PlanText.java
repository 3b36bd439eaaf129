package io.github.corsstarter.scan.report;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.corsstarter.scan.plan.Probe;
import io.github.corsstarter.scan.plan.ProbePlan;

/**
 * A plan for a terminal.
 */
final class PlanText {

	private PlanText() {
	}

	static String of(ProbePlan plan, String description, int rate) {
		int policies = ScanReport.policies(plan);
		Map<String, Integer> requests = plan.probes()
			.stream()
			.collect(Collectors.toMap(Probe::method, (probe) -> 1, Integer::sum, TreeMap::new));
		StringBuilder text = new StringBuilder();
		line(text, "Plan of a CORS scan of " + plan.target() + ", policies of " + description);
		line(text,
				policies + ((policies == 1) ? " policy, " : " policies, ") + Columns.count(plan.places().size(), "path")
						+ ", " + Columns.requests(requests) + " at " + rate + " a second; nothing was sent");
		if (!plan.leftOff().isEmpty()) {
			line(text, Columns.count(plan.leftOff().size(), "request")
					+ " would be left off, as the number of requests is limited");
		}
		line(text, "");
		plan.probes().forEach((probe) -> line(text, line(plan, probe)));
		return text.toString();
	}

	private static String line(ProbePlan plan, Probe probe) {
		String policy = (probe.place().policy() != null) ? probe.place().policy() : "(no policy)";
		String note = probe.note().isEmpty() ? probe.purpose().toString() : probe.note();
		String origin = (probe.origin() != null) ? "  Origin: " + probe.origin() : "";
		String asked = (probe.requestedMethod() != null) ? "  for " + probe.requestedMethod() : "";
		String names = probe.requestedHeaders().isEmpty() ? "" : " with " + String.join(",", probe.requestedHeaders());
		return Columns.padded(probe.method(), 7) + "  " + plan.site(probe).url(probe.pathAndQuery()) + origin + asked
				+ names + "  (" + policy + ": " + note + ")";
	}

	private static void line(StringBuilder text, String line) {
		text.append(Columns.clean(line)).append('\n');
	}

}
