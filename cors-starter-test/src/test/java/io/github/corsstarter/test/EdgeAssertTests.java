package io.github.corsstarter.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.corsstarter.edge.EdgeTarget.GATEWAY_API;
import static io.github.corsstarter.edge.EdgeTarget.ISTIO;
import static io.github.corsstarter.edge.EdgeTarget.NGINX;
import static io.github.corsstarter.test.CorsAssertions.assertThatCors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EdgeAssertTests {

	private static final String POLICIES = """
			cors.policies.shop:
			  paths: [/api/**]
			  allowed-origins: ["https://shop.example.com"]
			""";

	@TempDir
	private Path folder;

	@BeforeEach
	@AfterEach
	void compare() {
		System.clearProperty(EdgeAssert.UPDATE);
	}

	@Test
	void isUpToDateWhenFilesWereWrittenShouldPass() throws IOException {
		Path deploy = this.folder.resolve("deploy/nginx");
		update(policies(POLICIES).edge(NGINX), deploy);
		assertThat(deploy).isDirectoryContaining("glob:**cors-http.conf")
			.isDirectoryContaining("glob:**cors-location.conf");
		policies(POLICIES).edge(NGINX).isUpToDate(deploy);
	}

	@Test
	void isUpToDateWhenLineEndsAreThoseOfWindowsShouldPass() throws IOException {
		update(policies(POLICIES).edge(NGINX), this.folder);
		Path file = this.folder.resolve("cors-http.conf");
		Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
		policies(POLICIES).edge(NGINX).isUpToDate(this.folder);
	}

	@Test
	void isUpToDateWhenFilesAreMissingShouldFailAndWriteNothing() throws IOException {
		EdgeAssert edge = policies(POLICIES).edge(NGINX);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> edge.isUpToDate(this.folder.resolve("none")))
			.withMessageContaining("cors-http.conf is missing.")
			.withMessageContaining("cors-location.conf is missing.")
			.withMessageContaining("-Dcors.edge.update=true");
		assertThat(this.folder.resolve("none")).doesNotExist();
	}

	@Test
	void isUpToDateWhenPolicyChangedShouldFailWithADiffAndPassOnceWritten() throws IOException {
		update(policies(POLICIES).edge(NGINX), this.folder);
		String changed = POLICIES.replace("shop.example.com", "other.example.com");
		EdgeAssert edge = policies(changed).edge(NGINX);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> edge.isUpToDate(this.folder))
			.withMessageContaining("-    \"~^https://shop[.]example[.]com\\z\" 1;\n")
			.withMessageContaining("+    \"~^https://other[.]example[.]com\\z\" 1;\n")
			.withMessageContaining("@@ ");
		update(edge, this.folder);
		edge.isUpToDate(this.folder);
	}

	@Test
	void isUpToDateWhenTargetCannotSayAPolicyShouldFailWithItsLine() throws IOException {
		String more = POLICIES + "  max-age: 0\n";
		EdgeAssert istio = policies(more).edge(ISTIO);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> update(istio, this.folder))
			.withMessageContaining("istio cannot say all of the policies")
			.withMessageContaining("[edge-max-age-not-expressible] cors.policies.shop.max-age")
			.withMessageContaining("application.yml");
		assertThat(this.folder.resolve("cors-virtualservice.yaml")).exists();
		EdgeAssert gateway = policies(POLICIES.replace("/api/**", "\"/api/{id}\"")).edge(GATEWAY_API);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> gateway.isUpToDate(this.folder))
			.withMessageContaining("no file is made")
			.withMessageContaining("[edge-path-not-expressible]");
	}

	@Test
	void isUpToDateWhenFindingIsAcceptedShouldPassButForOthers() throws IOException {
		String more = POLICIES + "  max-age: 0\n";
		EdgeAssert istio = policies(more).edge(ISTIO).accepting("edge-max-age-not-expressible");
		update(istio, this.folder);
		istio.isUpToDate(this.folder);
		assertThat(Files.readString(this.folder.resolve("cors-virtualservice.yaml"))).contains("1 shop (refuses)")
			.doesNotContain("corsPolicy");
		EdgeAssert other = policies(more + "  allowed-methods: [PURGE]\n").edge(ISTIO)
			.accepting("edge-max-age-not-expressible");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> update(other, this.folder))
			.withMessageContaining("[edge-method-not-expressible] cors.policies.shop.allowed-methods")
			.withMessageNotContaining("[edge-max-age-not-expressible]");
	}

	@Test
	void isUpToDateWhenNoFileIsMadeShouldFailWhateverIsAccepted() throws IOException {
		EdgeAssert gateway = policies(POLICIES.replace("/api/**", "\"/api/{id}\"")).edge(GATEWAY_API)
			.accepting("edge-path-not-expressible");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> gateway.isUpToDate(this.folder))
			.withMessageContaining("no file is made");
	}

	@Test
	void acceptingWhenRuleIsUnknownShouldNameThoseThatAre() throws IOException {
		EdgeAssert edge = policies(POLICIES).edge(NGINX);
		assertThatIllegalArgumentException().isThrownBy(() -> edge.accepting("edge-path"))
			.withMessageContaining("\"edge-path\"")
			.withMessageContaining("edge-path-not-expressible, ");
	}

	@Test
	void edgeWhenApplicationHasAContextPathShouldWriteItInFrontOfThePaths() throws IOException {
		String servlet = "server.servlet.context-path: /shop\nspring.webflux.base-path: /flux\n" + POLICIES;
		assertThat(written(policies(servlet).edge(NGINX))).contains("\"~^/shop/api(?:/|\\z)\" 1;");
		String reactive = "spring.main.web-application-type: reactive\n" + servlet;
		assertThat(written(policies(reactive).edge(NGINX))).contains("\"~^/flux/api(?:/|\\z)\" 1;");
		assertThat(written(policies(servlet).edge(NGINX).withBasePath(""))).contains("\"~^/api(?:/|\\z)\" 1;");
		assertThat(written(policies(POLICIES).edge(NGINX).withBasePath("/x"))).contains("\"~^/x/api(?:/|\\z)\" 1;");
		EdgeAssert edge = policies(POLICIES).edge(NGINX);
		assertThatIllegalArgumentException().isThrownBy(() -> edge.withBasePath("x"));
	}

	@Test
	void edgeWhenCaseOfPathsIsIgnoredShouldMatchEither() throws IOException {
		assertThat(written(policies(POLICIES).edge(NGINX).ignoringPathCase())).contains("(?:A|a)(?:P|p)");
	}

	private String written(EdgeAssert edge) throws IOException {
		update(edge, this.folder);
		return Files.readString(this.folder.resolve("cors-http.conf"));
	}

	private CorsAssert policies(String yaml) throws IOException {
		return assertThatCors(Files.writeString(this.folder.resolve("application.yml"), yaml));
	}

	private void update(EdgeAssert edge, Path folder) {
		System.setProperty(EdgeAssert.UPDATE, "true");
		try {
			edge.isUpToDate(folder);
		}
		finally {
			compare();
		}
	}

}
