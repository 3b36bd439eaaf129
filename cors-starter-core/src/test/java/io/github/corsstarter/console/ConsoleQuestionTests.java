package io.github.corsstarter.console;

import java.util.List;
import java.util.Objects;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsOutcome;
import io.github.corsstarter.RefusalReason;
import io.github.corsstarter.TestPolicies;
import io.github.corsstarter.console.ConsoleAnswer.Missing;
import io.github.corsstarter.explain.CorsExplainer;
import io.github.corsstarter.explain.CorsExplanation;
import io.github.corsstarter.explain.PropertyLocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ConsoleQuestion}.
 */
class ConsoleQuestionTests {

	private static final String PREFLIGHT = "Response to preflight request doesn't pass access control check: ";

	private static final String NO_HEADER = "No 'Access-Control-Allow-Origin' header is present on the requested resource.";

	private static final PropertyLocator LOCATOR = (policy, key) -> "application.yml:7";

	private final CorsExplainer explainer = CorsExplainer
		.of(new CorsEngine(TestPolicies.set(false), CorsObserver.NONE));

	@Test
	void answerWhenHeaderIsNotListedShouldNameLineToChange() {
		ConsoleAnswer answer = ask(chromium("https://shop.example.com",
				"Request header field x-trace is not allowed by Access-Control-Allow-Headers in preflight response."));
		assertThat(answer.missing()).isEmpty();
		CorsExplanation explanation = explanation(answer);
		assertThat(explanation.reason()).isEqualTo(RefusalReason.HEADER_NOT_ALLOWED);
		assertThat(explanation.advice()).contains("cors.policies.storefront.allowed-headers (application.yml:7)",
				"x-trace");
		assertThat(answer.text()).isEqualTo("The preflight's Access-Control-Allow-Headers does not list the header.");
	}

	@Test
	void answerWhenMethodIsNotListedShouldExplainIt() {
		ConsoleAnswer answer = ask(chromium("https://shop.example.com",
				"Method DELETE is not allowed by Access-Control-Allow-Methods in preflight response."));
		assertThat(explanation(answer).reason()).isEqualTo(RefusalReason.METHOD_NOT_ALLOWED);
	}

	@Test
	void answerWhenOriginIsNotListedShouldExplainIt() {
		for (String reason : List.of(NO_HEADER, PREFLIGHT + NO_HEADER)) {
			ConsoleAnswer answer = ask(chromium("https://stranger.example", reason));
			assertThat(answer.missing()).isEmpty();
			assertThat(explanation(answer).reason()).isEqualTo(RefusalReason.ORIGIN_NOT_ALLOWED);
			assertThat(answer.text()).doesNotContain("elsewhere");
		}
	}

	@Test
	void answerWhenPreflightFailedForWhatIsNotToldShouldSayWhatIsMissing() {
		ConsoleMessage message = chromium("https://shop.example.com", PREFLIGHT + NO_HEADER);
		ConsoleAnswer answer = ask(message);
		assertThat(answer.missing()).containsExactly(Missing.METHOD, Missing.HEADER);
		assertThat(answer.explanation()).isNull();
		assertThat(answer.text()).contains("Policy storefront governs the path", "GET, HEAD, POST, PUT, PATCH",
				"authorization, content-type that browsers ask for");
		assertThat(explanation(
				new ConsoleQuestion(message, null, null, "DELETE", List.of(), null).answer(this.explainer, LOCATOR, ""))
			.reason()).isEqualTo(RefusalReason.METHOD_NOT_ALLOWED);
		assertThat(explanation(new ConsoleQuestion(message, null, null, null, List.of("x-trace"), null)
			.answer(this.explainer, LOCATOR, "")).reason()).isEqualTo(RefusalReason.HEADER_NOT_ALLOWED);
	}

	@Test
	void answerWhenPolicyAllowsNoHeaderShouldSaySo() {
		ConsoleMessage message = ConsoleMessage
			.read(chromium("https://shop.example.com", PREFLIGHT + NO_HEADER, "/public/1"));
		assertThat(ask(message).text()).contains("and no headers that browsers ask for");
	}

	@Test
	void answerWhenPoliciesGrantItShouldSayThatTheCauseIsElsewhere() {
		ConsoleAnswer answer = ask(chromium("https://shop.example.com", NO_HEADER));
		assertThat(explanation(answer).outcome()).isEqualTo(CorsOutcome.GRANTED);
		assertThat(answer.text()).contains("came from elsewhere");
		answer = ask(chromium("https://shop.example.com",
				"Method PUT is not allowed by Access-Control-Allow-Methods in preflight response."));
		assertThat(answer.missing()).isEmpty();
		assertThat(answer.text()).contains("came from elsewhere");
	}

	@Test
	void answerWhenCredentialsAreNotAllowedShouldExplainWithCredentials() {
		ConsoleMessage message = ConsoleMessage.read(chromium("https://other.example",
				"The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*'"
						+ " when the request's credentials mode is 'include'.",
				"/public/1"));
		ConsoleAnswer answer = ask(message);
		assertThat(explanation(answer).isAccepted()).isFalse();
		assertThat(explanation(answer).advice()).contains("cors.policies.open.allow-credentials");
		assertThat(answer.text()).doesNotContain("elsewhere");
		answer = new ConsoleQuestion(message, null, null, null, List.of(), false).answer(this.explainer, LOCATOR, "");
		assertThat(explanation(answer).isAccepted()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			(Reason: CORS header ‘Access-Control-Allow-Origin’ missing). | ORIGIN
			(Reason: Did not find method in CORS header ‘Access-Control-Allow-Methods’). | ORIGIN METHOD
			CORS Missing Allow Header | ORIGIN HEADER
			""")
	void answerWhenFirefoxDoesNotTellShouldSayWhatIsMissing(String reason, String missing) {
		ConsoleMessage message = firefox(reason);
		assertThat(ask(message).missing()).extracting(Missing::name).containsExactly(missing.split(" "));
		assertThat(ask(message).explanation()).isNull();
		ConsoleAnswer answer = new ConsoleQuestion(message, null, "https://shop.example.com", "DELETE",
				List.of("x-trace"), null)
			.answer(this.explainer, LOCATOR, "");
		assertThat(answer.missing()).isEmpty();
		assertThat(explanation(answer).reason()).isEqualTo(RefusalReason.METHOD_NOT_ALLOWED);
	}

	@Test
	void answerWhenListsTellThemShouldMissNothing() {
		assertThat(ask(
				ConsoleMessage.read("Origin https://shop.example.com is not allowed by Access-Control-Allow-Origin."))
			.missing()).containsExactly(Missing.URL);
		assertThat(ask(ConsoleMessage.read("XHRDELETE https://api.example.com/api/1 CORS Method Not Found")).missing())
			.containsExactly(Missing.ORIGIN);
	}

	@Test
	void answerWhenTextIsUnreadableShouldLiveOnWhatIsAdded() {
		ConsoleMessage message = ConsoleMessage.read("TypeError: Failed to fetch");
		assertThat(ask(message).missing()).containsExactly(Missing.URL, Missing.ORIGIN);
		ConsoleAnswer answer = new ConsoleQuestion(message, "/api/1", "https://stranger.example", null, List.of(), null)
			.answer(this.explainer, LOCATOR, "");
		assertThat(answer.missing()).isEmpty();
		assertThat(explanation(answer).reason()).isEqualTo(RefusalReason.ORIGIN_NOT_ALLOWED);
		assertThat(answer.text()).contains("what a script gets to see");
	}

	@Test
	void answerWhenNoCheckFailedShouldExplainOnlyWhereAPathIsAsked() {
		ConsoleMessage message = ConsoleMessage.read("GET https://api.example.com/api/1 net::ERR_CONNECTION_REFUSED");
		ConsoleAnswer answer = ask(message);
		assertThat(answer.missing()).isEmpty();
		assertThat(answer.explanation()).isNull();
		assertThat(answer.text()).contains("failed connection, not CORS");
		answer = new ConsoleQuestion(message, "/api/1", "https://shop.example.com", null, List.of(), null)
			.answer(this.explainer, LOCATOR, "");
		assertThat(explanation(answer).outcome()).isEqualTo(CorsOutcome.GRANTED);
	}

	@Test
	void answerWhenNoPolicyGovernsShouldSaySo() {
		ConsoleMessage message = ConsoleMessage
			.read(chromium("https://shop.example.com", PREFLIGHT + NO_HEADER, "/elsewhere"));
		assertThat(explanation(ask(message)).outcome()).isEqualTo(CorsOutcome.NO_POLICY);
	}

	@Test
	void answerWhenRedirectedAcrossOriginsShouldExplainTheOriginThatIsSent() {
		ConsoleAnswer answer = ask(redirected("https://old.example.com/api/1"));
		assertThat(explanation(answer).reason()).isEqualTo(RefusalReason.ORIGIN_NOT_ALLOWED);
		assertThat(answer.text()).contains("redirected from https://old.example.com/api/1,", "origin null");
		answer = ask(redirected("https://api.example.com/old"));
		assertThat(explanation(answer).outcome()).isEqualTo(CorsOutcome.GRANTED);
		assertThat(answer.text()).contains("redirected from https://api.example.com/old.");
		assertThat(explanation(ask(redirected("https://shop.example.com"))).outcome()).isEqualTo(CorsOutcome.GRANTED);
		answer = new ConsoleQuestion(redirected("https://old.example.com/api/1"), null, "https://shop.example.com",
				null, List.of(), null)
			.answer(this.explainer, LOCATOR, "");
		assertThat(explanation(answer).outcome()).isEqualTo(CorsOutcome.GRANTED);
	}

	@Test
	void answerWhenRedirectedWithoutAnAddressShouldSayWhatIsMissing() {
		ConsoleMessage message = ConsoleMessage
			.read("(redirected from 'https://a.example/') from origin 'https://shop.example.com' has been blocked by"
					+ " CORS policy: " + NO_HEADER);
		assertThat(ask(message).missing()).containsExactly(Missing.URL);
	}

	@Test
	void answerWhenApplicationHasAContextPathShouldLeaveItOut() {
		ConsoleMessage message = ConsoleMessage
			.read(chromium("https://shop.example.com", NO_HEADER, "/shop/api/orders"));
		ConsoleAnswer answer = new ConsoleQuestion(message, null, null, null, List.of(), null).answer(this.explainer,
				LOCATOR, "/shop");
		assertThat(explanation(answer).outcome()).isEqualTo(CorsOutcome.GRANTED);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ConsoleQuestion(message, null, null, null, List.of(), null).answer(this.explainer,
					LOCATOR, "/other"))
			.withMessageContaining("not below the application's context path /other");
	}

	private ConsoleMessage redirected(String from) {
		return ConsoleMessage.read("Access to fetch at 'https://api.example.com/api/orders' (redirected from '" + from
				+ "') from origin 'https://shop.example.com' has been blocked by CORS policy: " + NO_HEADER);
	}

	private ConsoleMessage firefox(String reason) {
		return ConsoleMessage.read("Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote"
				+ " resource at https://api.example.com/api/orders. " + reason);
	}

	private ConsoleMessage chromium(String origin, String reason) {
		return ConsoleMessage.read(chromium(origin, reason, "/api/orders"));
	}

	private static String chromium(String origin, String reason, String path) {
		return "Access to fetch at 'https://api.example.com" + path + "' from origin '" + origin
				+ "' has been blocked by CORS policy: " + reason;
	}

	private ConsoleAnswer ask(ConsoleMessage message) {
		return new ConsoleQuestion(message, null, null, null, List.of(), null).answer(this.explainer, LOCATOR, "");
	}

	private static CorsExplanation explanation(ConsoleAnswer answer) {
		return Objects.requireNonNull(answer.explanation());
	}

}
