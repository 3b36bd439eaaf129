package io.github.corsstarter.rules;

import io.github.corsstarter.policy.PolicyKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Finding}: whatever its texts hold, it is fit to be printed.
 */
class FindingTests {

	private static final String FORGED = "x\r\n2026-01-01 WARN forged\u001b[31m\u2028";

	@Test
	void findingWhenTextsForgeLinesShouldBeOneLine() {
		Finding finding = new Finding(Rule.INVALID_ORIGIN, "shop", PolicyKey.of("paths"), FORGED, FORGED, FORGED,
				FORGED, FORGED);
		String cleaned = "x??2026-01-01 WARN forged?[31m?";
		assertThat(finding.toString()).isEqualTo("[invalid-origin] " + cleaned + ": \"" + cleaned + "\" (" + cleaned
				+ ") " + cleaned + ". " + cleaned + " " + Rule.INVALID_ORIGIN.address());
		assertThat(finding.at(FORGED, FORGED)).isEqualTo(finding);
	}

	@Test
	void findingWhenTextsAreLongShouldBeBounded() {
		String text = "a".repeat(5000);
		Finding finding = new Finding(Rule.INVALID_ORIGIN, "shop", PolicyKey.NONE, text, text, text, text, text);
		assertThat(finding.value()).hasSize(300);
		assertThat(finding.toString()).hasSizeLessThan(8500);
	}

	@ParameterizedTest
	@CsvSource({ "allowed-origins, https://user:secret@shop.example.com, https://***@shop.example.com",
			"allowed-origins, user:secret@shop.example.com, ***@shop.example.com",
			"paths, //user:secret@shop.example.com, ***@shop.example.com",
			"allowed-origin, https://user:secret@shop.example.com, https://***@shop.example.com",
			"paths, /users/@me, /users/@me" })
	void findingWhenValueHasUserInformationShouldMaskIt(String key, String value, String masked) {
		assertThat(
				new Finding(Rule.INVALID_ORIGIN, "shop", PolicyKey.of(key), key, value, null, "is", "Write.").value())
			.isEqualTo(masked);
	}

	@Test
	void asWarningWhenRuleIsAnErrorShouldCountAsAWarning() {
		Finding finding = new Finding(Rule.UNGOVERNED_ROUTE, "shop", PolicyKey.NONE, "", "", null, "is", "Write.");
		assertThat(finding.severity()).isEqualTo(Severity.ERROR);
		Finding warning = finding.asWarning().at("cors", null).of("other").saying("", "was");
		assertThat(warning.severity()).isEqualTo(Severity.WARNING);
		assertThat(warning.accept().severity()).isEqualTo(Severity.WARNING);
		assertThat(warning.counts(Severity.ERROR)).isFalse();
		assertThat(warning.counts(Severity.WARNING)).isTrue();
	}

}
