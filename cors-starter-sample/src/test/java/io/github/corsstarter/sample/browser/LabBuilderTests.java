package io.github.corsstarter.sample.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.github.corsstarter.policy.ResolvedPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lab's builder of policies, as somebody uses it.
 */
@ParameterizedClass
@ValueSource(strings = { LabPageTests.TOMCAT, LabPageTests.NETTY })
class LabBuilderTests extends LabPageTests {

	@TempDir
	private Path folder;

	LabBuilderTests(String stack) {
		super(stack);
	}

	@Test
	void builderWhenChoicesAreDangerousShouldNameRule() {
		this.session.open("builder");
		this.lab.retype("allowedOrigins", "*");
		this.browser.find("[name=allowCredentials]").click();
		assertThat(this.browser.untilText("#builder-findings", (text) -> text.contains("any-origin-with-credentials")))
			.contains("error");
		assertThat(this.browser.find("#builder-status").getText()).contains("refuse");
		assertThat(this.browser.find("#risk-allowedOrigins").getText()).contains("Any site");
	}

	@Test
	void builderWhenStartTakesItsYamlShouldBeAccepted() throws IOException {
		this.session.open("builder");
		String first = this.lab.accepted();
		this.lab.retype("name", "No");
		this.lab.retype("paths", "/partner/{id}/**, /partners");
		this.lab.retype("allowedOrigins", "https://*.partner.example http://localhost:* https://app-*.partner.example");
		this.lab.retype("allowedHeaders", "Content-Type X-One, on");
		this.lab.retype("exposedHeaders", "ETag yes");
		this.lab.retype("maxAge", "90");
		this.browser.find("[name=allowCredentials]").click();
		this.browser.find("#builder-form [value=PATCH]").click();
		String second = this.lab.accepted();
		assertThat(second).contains("\"no\":", "max-age: 90s");
		try (Sample started = Sample.start("--spring.config.additional-location=" + file(first) + "," + file(second))) {
			assertThat(started.policies()).extracting(ResolvedPolicy::name).contains("storefront", "no", "orders");
			assertThat(started.policies()).filteredOn((policy) -> "no".equals(policy.name()))
				.singleElement()
				.returns(List.of("/partner/{id}/**", "/partners"), ResolvedPolicy::paths)
				.returns(List.of("content-type", "x-one", "on"), ResolvedPolicy::allowedHeaders)
				.returns(Duration.ofSeconds(90), ResolvedPolicy::maxAge);
		}
	}

	@Test
	void copyWhenClickedShouldTakeTheYaml() {
		this.session.open("builder");
		this.browser
			.script("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }");
		this.browser.find("#builder-copy").click();
		assertThat(this.browser.script("return window.copied")).asString().startsWith("cors:\n  policies:\n");
	}

	private String file(String yaml) throws IOException {
		Path file = Files.createTempFile(this.folder, "built", ".yml");
		Files.writeString(file, yaml);
		return "file:" + file;
	}

}
