package io.github.corsstarter.cli;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.xml.parsers.DocumentBuilderFactory;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.corsstarter.cli.Site.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ScanCommand} against an application behind an edge that is as it
 * should be, and behind one that is not.
 */
class ScanSiteTests {

	private static final String POLICIES = """
			cors:
			  policies:
			    orders:
			      paths: [/api/**]
			      allowed-origins:
			        - "https://shop.example.com"
			      allowed-methods: [GET, PUT]
			      allowed-headers: [Authorization, Content-Type]
			      allow-credentials: true
			    catalogue:
			      paths: [/public/**]
			      allowed-origins: "*"
			""";

	@TempDir
	private static Path folder;

	private static Site site;

	private static Cli cli;

	@BeforeAll
	static void start() {
		cli = new Cli(folder).file("application.yml", POLICIES);
		site = new Site(folder.resolve("application.yml").toUri().toString());
	}

	@AfterAll
	static void stop() {
		site.close();
	}

	@BeforeEach
	void mend() {
		site.spoil(Fault.NONE);
	}

	@Test
	void scanWhenSiteIsAsItShouldBeShouldFindNothing() {
		Cli.Result result = scan().hasExitCode(0);
		assertThat(result.out()).contains("2 policies, 3 paths").contains("agrees").doesNotContain("DRIFT");
		assertThat(result.err().lines()).isNotEmpty().allMatch((line) -> line.matches("\\d+ of \\d+ requests"));
		assertThat(scan("--fail-on", "warning").hasExitCode(0).out()).doesNotContain("DRIFT");
	}

	@Test
	void scanWhenPoliciesAreThoseOfTheEndpointShouldFindNothing() {
		assertThat(cli
			.run("scan", site.url(), "--rate", "1000", "--policies", site.direct() + "/actuator/cors", "--paths",
					"/api/orders,/public/catalogue")
			.hasExitCode(0)
			.out()).contains("policies of " + site.direct() + "/actuator/cors")
			.contains("orders")
			.contains("catalogue");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			HEADERS_STRIPPED,        error,   blocked, edge-strips-headers
			PREFLIGHTS_UNAUTHORIZED, error,   blocked, authentication-before-preflight
			ORIGIN_REFLECTED,        error,   exposed, origin-reflected
			VARY_STRIPPED,           warning, latent,  vary-missing
			""")
	void scanWhenEdgeIsAtFaultShouldNameItInEveryReport(Fault fault, String severity, String effect, String rule)
			throws Exception {
		site.spoil(fault);
		Cli.Result result = scan("--json", "r.json", "--sarif", "r.sarif", "--junit", "r.xml", "--fail-on", severity)
			.hasExitCode(1);
		assertThat(result.out()).contains(severity.toUpperCase(Locale.ROOT) + "  " + rule + "   ");
		if (severity.equals("warning")) {
			scan("--fail-on", "error").hasExitCode(0);
		}
		JsonNode json = JsonMapper.shared().readTree(folder.resolve("r.json"));
		assertThat(json.propertyNames()).contains("target", "policies", "requests", "inconclusive", "findings");
		assertThat(json.get("findings").values()).anySatisfy((finding) -> {
			assertThat(finding.get("rule").asString()).isEqualTo(rule);
			assertThat(finding.get("severity").asString()).isEqualTo(severity);
			assertThat(finding.get("effect").asString()).isEqualTo(effect);
			assertThat(finding.get("curl").asString()).startsWith("curl -si ").contains(site.url());
		});
		String sarif = Files.readString(folder.resolve("r.sarif"));
		try (InputStream schema = getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
			assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
				.getSchema(schema)
				.validate(sarif, InputFormat.JSON)).isEmpty();
		}
		assertThat(JsonMapper.shared().readTree(sarif).at("/runs/0/results").values())
			.filteredOn((found) -> found.get("ruleId").asString().equals(rule))
			.extracting((found) -> found.at("/locations/0/physicalLocation/artifactLocation/uri").asString())
			.contains("application.yml");
		Element suites = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(folder.resolve("r.xml").toFile())
			.getDocumentElement();
		assertThat(suites.getElementsByTagName("testsuite").getLength()).isEqualTo(3);
		assertThat(suites.getElementsByTagName("failure").getLength()).isPositive();
	}

	@Test
	void scanWhenApplicationIsAskedTooShouldSayWhoseFaultItIs() {
		site.spoil(Fault.HEADERS_STRIPPED);
		Cli.Result result = scan("--direct", site.direct()).hasExitCode(1);
		assertThat(result.out()).contains("Asked 127.0.0.1 at 127.0.0.1 directly")
			.contains("The application itself does as the policy says (asked at " + site.direct()
					+ "): it is what stands in front");
	}

	@Test
	void scanWhenTokenIsGivenShouldSendItWithGetAlone() throws Exception {
		Cli.Result result = cli.with("SITE_TOKEN", "s3cret")
			.run("scan", site.url(), "--rate", "1000", "--paths", "/api/orders", "--token-from-env", "SITE_TOKEN",
					"--json", "t.json")
			.hasExitCode(0);
		assertThat(site.asked()).contains("GET Bearer s3cret", "OPTIONS null").doesNotContain("OPTIONS Bearer s3cret");
		assertThat(result.out() + result.err() + Files.readString(folder.resolve("t.json"))).doesNotContain("s3cret");
	}

	@Test
	void scanWhenOnlyPreflightsAreWantedShouldSendNothingElse() {
		scan("--preflight-only").hasExitCode(0);
		assertThat(site.asked()).isNotEmpty().containsOnly("OPTIONS null");
	}

	@Test
	void scanWhenRequestsRunOutShouldBeInconclusive() {
		Cli.Result result = scan("--max-requests", "10").hasExitCode(3);
		assertThat(site.asked()).hasSizeLessThanOrEqualTo(10);
		assertThat(result.out()).contains("the number of requests is limited");
	}

	@Test
	void scanWhenReportCannotBeWrittenShouldSendNothing() {
		for (String option : List.of("--json", "--sarif", "--junit")) {
			assertThat(scan(option, "none/r").hasExitCode(2).err())
				.isEqualTo(option + ": none/r cannot be written: there is no folder none.\n");
			assertThat(scan(option, ".").hasExitCode(2).err())
				.isEqualTo(option + ": . cannot be written: it is a folder.\n");
		}
		assertThat(site.asked()).isEmpty();
	}

	private static Cli.Result scan(String... options) {
		List<String> arguments = new ArrayList<>(
				List.of("scan", site.url(), "--rate", "1000", "--paths", "/api/orders,/public/catalogue,/elsewhere"));
		arguments.addAll(List.of(options));
		return cli.run(arguments.toArray(String[]::new));
	}

}
