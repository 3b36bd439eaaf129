package io.github.corsstarter.scan;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.corsstarter.scan.finding.ScanFinding;
import io.github.corsstarter.scan.finding.ScanRule;
import io.github.corsstarter.scan.finding.ScanSeverity;
import io.github.corsstarter.scan.report.ScanReport;
import io.github.corsstarter.scan.wire.RawServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of what a whole scan sends, and that none passes for want of an answer.
 */
class SafetyTests {

	@Test
	void scanShouldSendNothingThatChangesAnythingAndToOneHostAlone() throws Exception {
		try (RawServer server = answering("302 Found", "Location: http://elsewhere.invalid/")) {
			ScanReport report = Sites.scan(server.uri());
			assertThat(report.inconclusive()).isZero();
			assertThat(server.heads()).hasSize(report.plan().probes().size()).allSatisfy((head) -> {
				assertThat(head).matches("(?s)(OPTIONS|GET) /.*");
				assertThat(head.lines().map((line) -> line.replaceFirst(":.*", "").toLowerCase(Locale.ROOT)))
					.contains("host")
					.doesNotContain("transfer-encoding", "content-type", "cookie", "authorization");
				assertThat(head.lines()).contains("Host: " + server.uri().getAuthority())
					// Some versions of the JDK say so of every request.
					.allMatch((line) -> !line.startsWith("Content-Length") || line.equals("Content-Length: 0"));
			});
			assertThat(report.toText()).contains("at 127.0.0.1\n");
		}
	}

	@Test
	void scanWhenSiteWritesControlCharactersShouldPrintNone() throws Exception {
		try (RawServer server = answering("200 OK", "Access-Control-Allow-Origin: https://x\u009b31m\u0085",
				"Vary: \u00ff", "Location: \u009d0;title\u009c")) {
			ScanReport report = Sites.scan(server.uri());
			assertThat(report.findings()).extracting(ScanFinding::observed)
				.anyMatch((observed) -> observed.contains("Allow-Origin https://x?31m?"));
			assertThat(report.toText()).matches("[ -~\n]*");
			assertThat(report.toJson() + report.toSarif() + report.toJunitXml(ScanSeverity.INFO))
				.doesNotContain("\u009b", "\u0085", "\u009d");
		}
	}

	@Test
	void scanWhenNothingWorksShouldNotPassForIt() {
		assertThat(rules((call) -> call.isPreflight() ? Sites.APPLICATION.answer(call) : new Reply(502)))
			.containsExactly(ScanRule.INCONCLUSIVE);
		assertThat(rules((call) -> new Reply(429))).containsExactly(ScanRule.INCONCLUSIVE);
	}

	@Test
	void scanWhenOnlyRequestsWithAnOriginFailShouldBlameTheSite() {
		Set<ScanRule> rules = rules((call) -> (call.isPreflight() || call.header("Origin") == null)
				? Sites.APPLICATION.answer(call) : new Reply(502));
		assertThat(rules).contains(ScanRule.ERROR_WITHOUT_HEADERS).doesNotContain(ScanRule.INCONCLUSIVE);
	}

	@Test
	void scanWhenPreflightsAloneFailShouldJudgeThem() {
		for (int status : new int[] { 301, 401, 404, 500, 503 }) {
			Set<ScanRule> rules = rules(
					(call) -> call.isPreflight() ? new Reply(status) : Sites.APPLICATION.answer(call));
			assertThat(rules).as("%s", status).hasSize(1).doesNotContain(ScanRule.INCONCLUSIVE);
		}
	}

	private static RawServer answering(String status, String... fields) {
		return RawServer.answering("HTTP/1.1 " + status + "\r\n" + String.join("\r\n", fields)
				+ "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
	}

	private static Set<ScanRule> rules(Function<Call, Reply> answers) {
		try (Deployment site = new Deployment(answers)) {
			ScanReport report = Sites.scan(site.uri());
			return report.findings().stream().map(ScanFinding::rule).collect(Collectors.toSet());
		}
	}

}
