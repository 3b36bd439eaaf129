package io.github.corsstarter.sample.scan;

import java.io.IOException;
import java.net.URI;
import java.util.List;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.chromium.Browser;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.sample.SampleApplication;
import io.github.corsstarter.scan.CorsScan;
import io.github.corsstarter.scan.ScanOptions;
import io.github.corsstarter.scan.ScanPolicies;
import io.github.corsstarter.scan.finding.Effect;
import io.github.corsstarter.scan.finding.ScanFinding;
import io.github.corsstarter.scan.finding.ScanRule;
import io.github.corsstarter.scan.report.ScanReport;
import io.github.corsstarter.scan.send.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What reports say, and what Chromium makes of the same request through the same proxy.
 */
class ScanTruthTests {

	private static Browser browser;

	private static ConfigurableApplicationContext sample;

	private static FaultyProxy proxy;

	@BeforeAll
	static void start() throws IOException {
		browser = Browser.start();
		sample = new SpringApplicationBuilder(SampleApplication.class).run("--server.port=0",
				"--server.address=127.0.0.1");
		proxy = new FaultyProxy(sample.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
	}

	@AfterAll
	static void stop() {
		if (proxy != null) {
			proxy.close();
			sample.close();
		}
		if (browser != null) {
			browser.close();
		}
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			HEADERS_STRIPPED,        EDGE_STRIPS_HEADERS,             BLOCKED, shop,     PUT,    false
			HEADERS_DOUBLED,         EDGE_DOUBLES_HEADERS,            BLOCKED, shop,     GET,    false
			PREFLIGHTS_ANSWERED,     EDGE_ANSWERS_PREFLIGHT,          BLOCKED, shop,     PUT,    false
			PREFLIGHTS_UNAUTHORIZED, AUTHENTICATION_BEFORE_PREFLIGHT, BLOCKED, shop,     DELETE, false
			REFLECTED,               ORIGIN_REFLECTED,                EXPOSED, stranger, GET,    true
			VARY_STRIPPED,           VARY_MISSING,                    LATENT,  shop,     GET,    true
			VARY_STRIPPED,           VARY_MISSING,                    LATENT,  stranger, GET,    false
			PREFLIGHTS_202,          EDGE_ANSWERS_PREFLIGHT,          FORM,    shop,     PUT,    true
			""")
	void findingShouldBeWhatChromiumDoes(FaultyProxy.Fault fault, ScanRule rule, Effect effect, String page,
			String method, boolean readable) {
		proxy.set(FaultyProxy.Fault.NONE);
		assertThat(reads(page, method)).as("without the fault").isEqualTo(page.equals("shop"));
		proxy.set(fault);
		ScanReport report = scan();
		assertThat(report.findings()).as(report.toText())
			.filteredOn((finding) -> "orders".equals(finding.policy()))
			.extracting(ScanFinding::rule, ScanFinding::effect)
			.contains(tuple(rule, effect));
		assertThat(reads(page, method)).as(report.toText()).isEqualTo(readable);
	}

	private static boolean reads(String page, String method) {
		browser.open("http://" + page + ".localhost:" + proxy.port() + "/page");
		Object read = browser.await("""
				fetch(arguments[0], { method: arguments[1], credentials: "include", cache: "no-store" })
					.then((response) => true, (error) => false)
				""", "http://localhost:" + proxy.port() + "/api/orders/1", method);
		return Boolean.TRUE.equals(read);
	}

	private static ScanReport scan() {
		return CorsScan.of(
				new ScanPolicies(sample.getBean(CorsEngine.class).policySet(), sample.getBean(PropertyLocator.class),
						"application.yml"),
				ScanOptions.of(URI.create("http://127.0.0.1:" + proxy.port()))
					.paths(List.of("/api/orders/1"))
					.rate(1000)
					.build())
			.run(Progress.NONE);
	}

}
