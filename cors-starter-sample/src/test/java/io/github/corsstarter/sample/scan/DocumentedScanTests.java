package io.github.corsstarter.sample.scan;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.edge.EdgeConfiguration;
import io.github.corsstarter.edge.EdgeFile;
import io.github.corsstarter.edge.EdgeOptions;
import io.github.corsstarter.edge.EdgeTarget;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.sample.SampleApplication;
import io.github.corsstarter.scan.CorsScan;
import io.github.corsstarter.scan.ScanOptions;
import io.github.corsstarter.scan.ScanPolicies;
import io.github.corsstarter.scan.report.ScanReport;
import io.github.corsstarter.scan.send.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The reports of {@code docs/scan.md}: the sample on both stacks, behind an nginx with a
 * configuration as it is found on the web, and behind one with the generated one.
 */
@ParameterizedClass
@ValueSource(strings = { "default", "reactive" })
class DocumentedScanTests {

	private static final Path DOCUMENT = Path.of("..", "docs", "scan.md");

	private static ConfigurableApplicationContext sample;

	@TempDir
	private Path directory;

	DocumentedScanTests(String profile) {
		assertThat(profile).isNotEmpty();
	}

	@BeforeParameterizedClassInvocation
	static void start(String profile) {
		sample = new SpringApplicationBuilder(SampleApplication.class).run("--server.port=0",
				"--server.address=127.0.0.1", "--spring.profiles.active=" + profile);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		sample.close();
	}

	@Test
	void scanWhenSampleIsAskedShouldFindNothing() {
		ScanReport report = scan(port());
		assertThat(report.findings()).as(report.toText()).isEmpty();
	}

	@Test
	void scanBehindCopiedConfigurationShouldReportAsDocumented() throws IOException {
		try (Nginx nginx = Nginx.start(this.directory, "", block("nginx", 0), port())) {
			assertThat(documented(scan(nginx.port()))).isEqualTo(block("text", 0));
		}
	}

	@Test
	void scanBehindGeneratedConfigurationShouldReportAsDocumented() throws IOException {
		Map<String, String> files = EdgeConfiguration.of(policies(), EdgeOptions.DEFAULTS)
			.to(EdgeTarget.NGINX)
			.files()
			.stream()
			.collect(Collectors.toMap(EdgeFile::name, EdgeFile::content));
		try (Nginx nginx = Nginx.start(this.directory, files.get("cors-http.conf"), files.get("cors-location.conf"),
				port())) {
			assertThat(documented(scan(nginx.port()))).isEqualTo(block("text", 1));
		}
	}

	private static int port() {
		return sample.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	private static CorsPolicySet policies() {
		return sample.getBean(CorsEngine.class).policySet();
	}

	private static ScanReport scan(int port) {
		ScanPolicies policies = new ScanPolicies(policies(), sample.getBean(PropertyLocator.class), "application.yml");
		ScanOptions options = ScanOptions.of(URI.create("http://localhost:" + port))
			.paths(List.of("/api/orders", "/public/catalogue", "/admin/users", "/elsewhere"))
			.rate(1000)
			.build();
		return CorsScan.of(policies, options).run(Progress.NONE);
	}

	/**
	 * Returns the report with what differs from run to run as the document has it.
	 */
	private static String documented(ScanReport report) {
		String host = report.plan().target().origin();
		return report.toText()
			.replace(host, "http://localhost:8080")
			.replaceAll("cors-scan-[a-z0-9]{10}", "cors-scan-k7m2xq9rtb")
			.replaceAll("(?m) in \\d+ s, ", " in 33 s, ")
			// One stack names the character set of user names.
			.replace(", charset=\"UTF-8\"", "")
			.replaceAll("(?m)^Asked .*$", "Asked localhost at 127.0.0.1");
	}

	private static String block(String language, int index) throws IOException {
		String[] parts = Files.readString(DOCUMENT).split("```" + language + "\n", -1);
		return parts[index + 1].substring(0, parts[index + 1].indexOf("```"));
	}

}
