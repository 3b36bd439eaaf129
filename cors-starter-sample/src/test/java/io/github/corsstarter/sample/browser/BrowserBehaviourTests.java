package io.github.corsstarter.sample.browser;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

/**
 * What the policies' headers bring about in a browser.
 */
abstract class BrowserBehaviourTests extends BrowserTests {

	private static final String ORDERS = "/api/orders";

	private int experiments;

	BrowserBehaviourTests(String... arguments) {
		super(arguments);
	}

	@BeforeEach
	void openLab() {
		this.session.open("try");
	}

	@Test
	void fetchWhenWithinMaxAgeShouldSendNoOtherPreflight() {
		Experiment put = order().withMethod("PUT").withHeader("Content-Type", "application/json");
		assertThat(run("cached", put).preflights()).isOne();
		Outcome again = run("cached", put);
		assertThat(again.requests()).isEqualTo(2);
		assertThat(again.preflights()).isOne();
	}

	@Test
	void fetchWhenAnotherHeaderAndMethodAreAllowedShouldNeedNoOtherPreflight() {
		run("shared", order().withMethod("PUT").withHeader("Content-Type", "application/json"));
		Outcome other = run("shared", order().withMethod("DELETE").withHeader("Authorization", "Bearer x"));
		assertThat(other.readable()).isTrue();
		assertThat(other.requests()).isEqualTo(2);
		assertThat(other.preflights()).isOne();
	}

	@Test
	void fetchWhenCredentialsAreAllowedShouldSendCookies() {
		assertThat(run(order().withCredentials())).returns(true, Outcome::readable).returns(1, Outcome::withCookies);
	}

	@Test
	void fetchWhenPageSendsNoCredentialsShouldSendNoCookies() {
		assertThat(run(order())).returns(true, Outcome::readable)
			.returns(1, Outcome::requests)
			.returns(0, Outcome::withCookies);
	}

	@Test
	void fetchWhenCredentialsAreNotAllowedShouldStopAtThePreflight() {
		Experiment users = Experiment.get(origin("admin.localhost"), "/admin/users").withHeader("Authorization", "x");
		assertThat(run(users.withCredentials())).returns(false, Outcome::readable)
			.returns(1, Outcome::preflights)
			.returns(0, Outcome::requests);
	}

	@Test
	void fetchWhenCredentialsAreNotAllowedShouldKeepSimpleResponseFromPage() {
		Experiment catalogue = Experiment.get(origin("evil.localhost"), "/public/catalogue");
		assertThat(run(catalogue).readable()).isTrue();
		assertThat(run(catalogue.withCredentials()).readable()).isFalse();
	}

	@Test
	void fetchWhenHeaderIsExposedShouldLetPageReadThatAlone() {
		Map<String, String> headers = run(Experiment.get(origin("shop.localhost"), ORDERS)).headers();
		assertThat(headers).containsKey("x-total-count").doesNotContainKey("x-request-id");
		assertThat(run(Experiment.get(origin("localhost"), ORDERS)).headers()).containsKey("x-request-id");
	}

	@Test
	void fetchWhenUnauthorizedShouldLetAllowedOriginReadThat() {
		assertThat(run(Experiment.get(origin("admin.localhost"), "/admin/users"))).returns(true, Outcome::readable)
			.returns(401, Outcome::status);
		assertThat(run(Experiment.get(origin("shop.localhost"), "/admin/users")).readable()).isFalse();
	}

	@Test
	void fetchWhenOriginIsOpaqueShouldReadWhatIsForAnyone() {
		assertThat(run(Experiment.get("null", "/public/catalogue")).readable()).isTrue();
		assertThat(run(Experiment.get("null", ORDERS)).readable()).isFalse();
	}

	@Test
	void fetchWhenAFormCouldSendItShouldReachTheServerUnasked() {
		Experiment post = Experiment.get(origin("evil.localhost"), ORDERS).withMethod("POST");
		assertThat(run(post.withHeader("Content-Type", "text/plain"))).returns(0, Outcome::preflights)
			.returns(1, Outcome::requests)
			.returns(false, Outcome::readable);
		assertThat(run(post.withHeader("Content-Type", "application/json"))).returns(1, Outcome::preflights)
			.returns(0, Outcome::requests);
	}

	@Test
	void fetchWhenPreflightIsNeededShouldSendThatWithoutCookies() {
		Experiment put = order().withMethod("PUT").withHeader("Content-Type", "application/json").withCredentials();
		assertThat(run(put)).returns(1, Outcome::preflights)
			.returns(0, Outcome::preflightsWithCookies)
			.returns(1, Outcome::withCookies);
	}

	@Test
	void fetchWhenOriginOrCredentialsDifferShouldSendAnotherPreflight() {
		Experiment delete = order().withMethod("DELETE");
		run("apart", delete);
		assertThat(run("apart", delete.withCredentials())).returns(2, Outcome::preflights)
			.returns(2, Outcome::requests);
		Experiment other = new Experiment(origin("other.localhost"), "DELETE", delete.path(), Map.of(), false);
		assertThat(run("apart", other)).returns(3, Outcome::preflights).returns(2, Outcome::requests);
		assertThat(run("apart", delete)).returns(3, Outcome::preflights).returns(3, Outcome::requests);
	}

	@Test
	void fetchWhenPageSetsATokenShouldNeedNoCredentials() {
		Experiment users = Experiment.get(origin("admin.localhost"), "/admin/users")
			.withHeader("Authorization", "Basic YWRtaW46YWRtaW4=");
		assertThat(run(users)).returns(true, Outcome::readable)
			.returns(1, Outcome::preflights)
			.returns(200, Outcome::status);
	}

	@Test
	void fetchWhenCookieIsForItsOwnSiteAloneShouldNotSendIt() {
		Experiment order = order().withCredentials();
		Experiment own = Experiment.get(origin("localhost"), ORDERS + "/2").withCredentials();
		this.session.browser().script("""
				document.cookie = "cors-lab-visitor=; Max-Age=0; SameSite=None; Secure; Path=/";
				document.cookie = "own-site=1; SameSite=Lax; Path=/";
				""");
		assertThat(run(order)).returns(true, Outcome::readable).returns(0, Outcome::withCookies);
		assertThat(run(own)).returns(1, Outcome::withCookies);
		this.session.browser().script("document.cookie = 'own-site=; Max-Age=0; SameSite=Lax; Path=/'");
	}

	@Test
	void fetchWhenContentSecurityPolicyOfThePageForbidsItShouldNotAskTheServer() {
		String url = origin("shop.localhost") + "/public/catalogue?cors-lab=forbidden";
		assertThat(this.session.browser().await("fetch(arguments[0]).then(() => 'read', (error) => error.name)", url))
			.isEqualTo("TypeError");
		assertThat(this.session.lab("endpoint.js", "module.arrivals(args[0])", "forbidden")).asInstanceOf(LIST)
			.isEmpty();
		assertThat(run("allowed", Experiment.get(origin("shop.localhost"), "/public/catalogue")).readable()).isTrue();
	}

	private Experiment order() {
		return Experiment.get(origin("shop.localhost"), ORDERS + "/2");
	}

	private Outcome run(Experiment experiment) {
		return run("experiment-" + ++this.experiments, experiment);
	}

	// The same id makes the same URL, and browsers keep preflights by URL.
	private Outcome run(String id, Experiment experiment) {
		return Outcome.of(this.session.lab("experiment.js", "module.run(args[0], args[1])", experiment.toScript(), id));
	}

}
