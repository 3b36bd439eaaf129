package io.github.corsstarter.integration.edge;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.edge.EdgeConfiguration;
import io.github.corsstarter.edge.EdgeFile;
import io.github.corsstarter.edge.EdgeOptions;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.integration.Application;
import io.github.corsstarter.integration.Stack;
import io.github.corsstarter.scan.CorsScan;
import io.github.corsstarter.scan.ScanOptions;
import io.github.corsstarter.scan.ScanPolicies;
import io.github.corsstarter.scan.report.ScanReport;
import io.github.corsstarter.scan.send.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scans of deployments that do what their policies say, whatever these are: nothing is to
 * be found.
 */
@ParameterizedClass
@EnumSource(Stack.class)
class CleanScanTests {

	private static final String POLICIES = """
			cors:
			  policies:
			    orders:
			      paths: [/api/**, "/v2/{tenant}/orders"]
			      allowed-origins: ["https://shop.example.com", "https://admin.example.org"]
			      allowed-methods: [GET, POST, PUT, DELETE]
			      allowed-headers: [Content-Type, Authorization]
			      exposed-headers: [X-Total-Count]
			      allow-credentials: true
			    catalogue:
			      paths: /public/**
			      allowed-origins: "*"
			      exposed-headers: "*"
			    open:
			      paths: /open/*
			      allowed-origins: "*"
			      allowed-methods: "*"
			      allowed-headers: "*"
			    partners:
			      paths: /partners/**
			      allowed-origins: ["https://*.partner.example", "https://app-*.preview.example", "http://localhost:*",
			        "capacitor://localhost"]
			      allowed-headers: "*"
			      max-age: 0
			      on-refusal: forward
			    frames:
			      paths: /frames/**
			      allowed-origins: ["null", "https://frame.example"]
			    closed:
			      paths: /internal/**
			      mode: deny
			    hooks:
			      paths: /hooks
			      allowed-origins: https://hooks.example
			      allowed-methods: POST
			    watched:
			      paths: /watched/**
			      allowed-origins: https://watched.example
			      mode: report-only
			""";

	private static Application application;

	@TempDir
	private Path directory;

	@Parameter
	Stack stack;

	@BeforeParameterizedClassInvocation
	static void start(Stack stack) {
		application = Application.start(stack, POLICIES, Handlers.class);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@Test
	void scanWhenApplicationIsAskedShouldFindNothing() {
		verify(scan(ScanOptions.of(uri(application.port()))));
	}

	@ParameterizedTest
	@EnumSource(Server.class)
	void scanThroughGeneratedEdgeShouldFindNothing(Server server) {
		verify(server, EdgeConfiguration.of(policies(), EdgeOptions.DEFAULTS).to(server.target()).files(), Place.NONE);
	}

	@Test
	void scanThroughEdgeThatCompressesShouldFindNothing() {
		verify(Server.NGINX, EdgeConfiguration.of(policies(), EdgeOptions.DEFAULTS).to(Server.NGINX.target()).files(),
				new Place("gzip on; gzip_vary on; gzip_proxied any; gzip_types *; gzip_min_length 1;", ""));
	}

	@Test
	void scanThroughEdgeThatKnowsNothingOfPoliciesShouldFindNothing() {
		verify(Server.NGINX, List.of(new EdgeFile("cors-http.conf", ""), new EdgeFile("cors-location.conf", "")),
				new Place("gzip on; gzip_vary on; gzip_proxied any; gzip_types *; gzip_min_length 1;", ""));
	}

	private void verify(Server server, List<EdgeFile> files, Place place) {
		server.require();
		try (Edge edge = Edge.start(server, this.directory, files, application.port(), place)) {
			verify(scan(ScanOptions.of(uri(edge.port())).direct(uri(application.port()))));
		}
	}

	private static void verify(ScanReport report) {
		assertThat(report.findings()).as(report.toText()).isEmpty();
		assertThat(report.requests()).isGreaterThan(300);
	}

	private static ScanReport scan(ScanOptions.Builder options) {
		return CorsScan
			.of(new ScanPolicies(policies(), application.bean(PropertyLocator.class), "application.yml"),
					options.rate(1000).maxRequests(5000).build())
			.run(Progress.NONE);
	}

	private static CorsPolicySet policies() {
		return application.bean(CorsEngine.class).policySet();
	}

	private static URI uri(int port) {
		return URI.create("http://127.0.0.1:" + port);
	}

	/**
	 * What applications answer, CORS aside.
	 */
	@RestController
	static class Handlers {

		@GetMapping({ "/api/1", "/public/1", "/frames/1", "/internal/1", "/watched/1" })
		String ok() {
			return "0123456789".repeat(1000);
		}

		@GetMapping("/v2/{tenant}/orders")
		ResponseEntity<Void> unauthorized() {
			return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
				.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
				.build();
		}

		@GetMapping("/partners/1")
		ResponseEntity<Void> redirect() {
			return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("https://login.example.com/")).build();
		}

		@PostMapping({ "/open/1", "/hooks" })
		String post() {
			return "posted";
		}

	}

}
