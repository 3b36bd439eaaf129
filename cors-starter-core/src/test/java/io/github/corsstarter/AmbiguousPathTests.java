package io.github.corsstarter;

import java.nio.charset.Charset;
import java.util.Map;

import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.OnRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.corsstarter.StubRequest.actual;
import static io.github.corsstarter.StubRequest.preflight;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for paths whose readings lead to different policies, or one of them to none.
 */
class AmbiguousPathTests {

	private static final String SHOP = "https://shop.example.com";

	private static final Charset ISO_2022_JP = Charset.forName("ISO-2022-JP");

	private static final String OWN = "http://api.example.net";

	private final CorsEngine engine = TestPolicies.engine(
			CorsPolicySpec.named("shop")
				.paths("/api/**", "/api/x")
				.allowedOrigins(SHOP)
				.onRefusal(OnRefusal.FORWARD)
				.build(),
			CorsPolicySpec.named("admin").paths("/api/admin/**").allowedOrigins("https://admin.example.com").build(),
			CorsPolicySpec.named("exact")
				.paths("/api/exact", "/health")
				.allowedOrigins("https://exact.example.com")
				.build(),
			CorsPolicySpec.named("below").paths("/api/below/*").allowedOrigins("https://below.example.com").build(),
			CorsPolicySpec.named("open").paths("/open/**").allowedOrigins("*").build());

	@ParameterizedTest
	@ValueSource(strings = { "/api/x/../admin", "/api//admin", "/api/x/%2e%2e/admin/a", "/api%2Fadmin", "/api%5Cadmin",
			"/api\\admin", "/api/./admin", "/x/../api", "/api/../x", "/x//..//api/1", "/api/;/admin", "//api",
			"/open/../api", "/api/../open", "/api/exact/", "/api/exact//", "/api/exact/;x", "/api/exact/.",
			"/api/exact%2F", "/api/exact/;/%2f" })
	void decideWhenReadingsLeadApartShouldRefuse(String path) {
		assertThat(Answer.of(this.engine, actual("GET", path, SHOP)))
			.isEqualTo(Answer.blocked(RefusalReason.PATH_AMBIGUOUS));
		assertThat(Answer.of(this.engine, preflight(path, SHOP, "GET")))
			.isEqualTo(Answer.refusedPreflight(RefusalReason.PATH_AMBIGUOUS));
		assertThat(Answer.of(this.engine, StubRequest.of("GET", path)))
			.isEqualTo(Answer.passing(CorsOutcome.NO_ORIGIN, "Origin", Map.of()));
		assertThat(Answer.of(this.engine, actual("POST", path, OWN)))
			.isEqualTo(Answer.passing(CorsOutcome.SAME_ORIGIN, "Origin", Map.of()));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/api//x", "/api/a%2Fb", "/api/x;v=1", "/%61pi", "/api/..;/api/1", "/api/1/..", "/api/x/./" })
	void decideWhenReadingsLeadToOnePolicyShouldGrant(String path) {
		assertThat(Answer.of(this.engine, actual("GET", path, SHOP)).outcome()).isEqualTo(CorsOutcome.GRANTED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/other//x", "/y/../x", "/%2561pi", "/apiary;x" })
	void decideWhenNoReadingLeadsToAPolicyShouldLeaveUntouched(String path) {
		assertThat(this.engine.decide(actual("GET", path, SHOP), StubRequest.READER)).isSameAs(CorsDecision.NO_POLICY);
	}

	@Test
	void decideWhenOneReadingIsOpenShouldNotSendItsHeaders() {
		assertThat(Answer.of(this.engine, StubRequest.of("GET", "/open/../x")))
			.isEqualTo(Answer.passing(CorsOutcome.NO_ORIGIN, "Origin", Map.of()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/health/", "/health//", "/health/;x", "/health/.", "/health%2F", "/api/below/" })
	void decideWhenPathWithoutSlashLeadsElsewhereShouldRefuse(String path) {
		assertThat(Answer.of(this.engine, actual("GET", path, "https://exact.example.com")))
			.isEqualTo(Answer.blocked(RefusalReason.PATH_AMBIGUOUS));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/below", "/api/x", "/api/", "/api/7/" })
	void decideWhenOnlyPathWithSlashLeadsElsewhereShouldGrant(String path) {
		assertThat(Answer.of(this.engine, actual("GET", path, SHOP)).outcome()).isEqualTo(CorsOutcome.GRANTED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/app", "/app/" })
	void decideWhenPathIsTheRootShouldKeepItsSlash(String path) {
		CorsEngine root = TestPolicies
			.engine(CorsPolicySpec.named("root").paths("/", "/app", "/app/").allowedOrigins(SHOP).build());
		assertThat(Answer.of(root, actual("GET", path, SHOP)).outcome()).isEqualTo(CorsOutcome.GRANTED);
	}

	@Test
	void decideWhenServerReadsOddPathInItsOwnWayShouldRefuseWhereThatLeadsElsewhere() {
		assertThat(Answer.of(this.engine, actual("GET", "/api/1;x", SHOP).withNormalizedPath("/api/admin/1")))
			.isEqualTo(Answer.blocked(RefusalReason.PATH_AMBIGUOUS));
		assertThat(Answer.of(this.engine, actual("GET", "/api/1;x", SHOP).withNormalizedPath("/api/exact/")))
			.isEqualTo(Answer.blocked(RefusalReason.PATH_AMBIGUOUS));
		assertThat(Answer.of(this.engine, actual("GET", "/api/1;x", SHOP).withNormalizedPath("/api/1")).outcome())
			.isEqualTo(CorsOutcome.GRANTED);
		assertThat(Answer.of(this.engine, actual("GET", "/api/1", SHOP).withNormalizedPath("/api/admin/1")).outcome())
			.as("plain")
			.isEqualTo(CorsOutcome.GRANTED);
	}

	/**
	 * In ISO 2022 an escape sequence switches alphabets and stands for no letter.
	 */
	@Test
	void decideWhenPathLeadsElsewhereInTheRequestsCharsetShouldRefuse() {
		String path = "/api/ad%1B%28%42min/1";
		assertThat(Answer.of(this.engine, actual("GET", path, SHOP)).outcome()).isEqualTo(CorsOutcome.GRANTED);
		assertThat(Answer.of(this.engine, actual("GET", path, SHOP).withCharset(ISO_2022_JP)))
			.isEqualTo(Answer.blocked(RefusalReason.PATH_AMBIGUOUS));
		assertThat(Answer.of(this.engine, actual("GET", "/api/%61", SHOP).withCharset(ISO_2022_JP)).outcome())
			.isEqualTo(CorsOutcome.GRANTED);
	}

}
