package io.github.corsstarter.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.scan.finding.ScanFinding;
import io.github.corsstarter.scan.finding.ScanRule;
import io.github.corsstarter.scan.finding.ScanSeverity;
import io.github.corsstarter.scan.report.ScanReport;
import io.github.corsstarter.scan.send.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the four reports of one scan, through a site that writes hostile text.
 */
class ReportTests {

	private static final String HOSTILE = "\"><script>]]>&amp;\\";

	private static final PropertyLocator LOCATOR = (policy, key) -> key.isEmpty()
			? "class path resource [application.yml] - 9:7" : null;

	private static ScanReport report;

	@BeforeAll
	static void scan() {
		try (Deployment site = new Deployment((call) -> Fault.EDGE_ANSWERS
			.answer(call, (inner) -> Fault.VARY_STRIPPED.answer(inner, Sites.APPLICATION::answer))
			.set("Access-Control-Max-Age", HOSTILE))) {
			report = CorsScan
				.of(new ScanPolicies(Sites.POLICIES, LOCATOR, "application.yml (profile production)"),
						ScanOptions.of(site.uri()).rate(1000).maxRequests(120).authorization("s3cret").build())
				.run(Progress.NONE);
		}
	}

	@Test
	void textShouldHaveTheShapeThatIsDocumented() {
		assertThat(report.toText().lines())
			.startsWith("CORS scan of " + report.plan().target() + ", policies of application.yml (profile production)")
			.anyMatch((line) -> line.contains("inconclusive") && line.startsWith("7 policies, 9 paths, 120 requests ("))
			.anyMatch((line) -> line.startsWith("orders") && line.contains("DRIFT"))
			.anyMatch((line) -> line.startsWith("ERROR  edge-answers-preflight   orders  /api/1   blocked"))
			.contains("  The application did not answer: let OPTIONS pass at the edge. Declared in application.yml:9")
			.anyMatch((line) -> line.startsWith("  curl -si -X OPTIONS -H 'Origin: https://shop.example.com'"));
		assertThat(report.toText()).matches("[ -~\n]*");
	}

	@Test
	void jsonShouldHaveTheFieldsThatAreDocumented() throws IOException {
		JsonNode json = new ObjectMapper().readTree(report.toJson());
		assertThat(json.fieldNames()).toIterable()
			.containsExactly("target", "policies", "requests", "inconclusive", "findings");
		assertThat(json.get("requests").asInt()).isEqualTo(120);
		assertThat(json.get("inconclusive").asInt()).isPositive();
		assertThat(json.get("findings")).hasSameSizeAs(report.findings()).allSatisfy((finding) -> {
			assertThat(finding.fieldNames()).toIterable()
				.containsExactly("rule", "severity", "effect", "policy", "pattern", "path", "origin", "method",
						"credentials", "expected", "observed", "message", "advice", "source", "curl");
			assertThat(finding.get("severity").asText()).isIn("error", "warning", "info");
			assertThat(finding.get("effect").asText()).isIn("blocked", "exposed", "latent", "form", "unknown");
		});
	}

	@Test
	void sarifShouldBeValidAndPointAtTheLine() throws IOException {
		SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
		try (InputStream in = ReportTests.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
			assertThat(in).isNotNull();
			Schema schema = registry.getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
			assertThat(schema.validate(report.toSarif(), InputFormat.JSON)).isEmpty();
			assertThat(schema.validate(report.toSarif().replace("\"2.1.0\"", "\"2.2.0\""), InputFormat.JSON))
				.isNotEmpty();
		}
		JsonNode results = new ObjectMapper().readTree(report.toSarif()).at("/runs/0/results");
		JsonNode place = results.get(0).at("/locations/0/physicalLocation");
		assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("application.yml");
		assertThat(place.at("/region/startLine").asInt()).isEqualTo(9);
	}

	@Test
	void junitShouldHaveASuiteForEachPolicyAndACaseForEachProbe() throws Exception {
		Element root = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new InputSource(new StringReader(report.toJunitXml(ScanSeverity.ERROR))))
			.getDocumentElement();
		assertThat(names(root.getElementsByTagName("testsuite"))).contains("orders", "catalogue", "closed")
			.doesNotContain("watched");
		int cases = root.getElementsByTagName("testcase").getLength();
		assertThat(cases).isEqualTo(report.plan().probes().size() + report.plan().leftOff().size());
		assertThat(root.getAttribute("tests")).isEqualTo(String.valueOf(cases));
		assertThat(root.getElementsByTagName("skipped").getLength()).isEqualTo(report.inconclusive());
		assertThat(root.getElementsByTagName("failure").getLength()).isPositive();
	}

	@Test
	void reportsShouldNotHoldTheSecret() {
		assertThat(List.of(report.toText(), report.toJson(), report.toSarif(), report.toJunitXml(ScanSeverity.INFO),
				report.toString()))
			.noneMatch((text) -> text.contains("s3cret"));
	}

	@Test
	void findingsShouldCountWhatWasLeftOffAsInconclusive() {
		assertThat(report.inconclusive()).isEqualTo(report.plan().leftOff().size());
		assertThat(report.findings()).extracting(ScanFinding::rule).contains(ScanRule.INCONCLUSIVE);
	}

	private static List<String> names(NodeList nodes) {
		return IntStream.range(0, nodes.getLength())
			.mapToObj((index) -> ((Element) nodes.item(index)).getAttribute("name"))
			.toList();
	}

}
