package io.github.corsstarter.scan.plan;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.PolicyMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Planner}.
 */
class PlannerTests {

	private static final String SHOP = "https://shop.example.com";

	private static final CorsPolicySpec ORDERS = CorsPolicySpec.named("orders")
		.paths("/api/**")
		.allowedOrigins(SHOP)
		.allowedMethods("GET", "PUT")
		.allowedHeaders("Content-Type", "Accept")
		.allowCredentials(true)
		.build();

	@Test
	void planShouldAskForEachAllowedMethodWithWhatABrowserAsksFor() {
		ProbePlan plan = plan(ORDERS);
		assertThat(having(plan, Purpose.ALLOWED_METHOD)).extracting(Probe::requestedMethod)
			.containsExactlyInAnyOrder("GET", "HEAD", "PUT");
		assertThat(having(plan, Purpose.ALLOWED_METHOD)).extracting(Probe::requestedHeaders)
			.containsOnly(List.of("content-type"));
		assertThat(having(plan, Purpose.OTHER_METHOD)).extracting(Probe::requestedMethod).containsExactly("DELETE");
		assertThat(having(plan, Purpose.OTHER_HEADER)).extracting(Probe::requestedHeaders)
			.containsExactly(List.of("x-r"));
	}

	@Test
	void planWhenAnyHeaderIsAllowedShouldAskForAuthorizationByName() {
		ProbePlan plan = plan(CorsPolicySpec.named("open")
			.paths("/open")
			.allowedOrigins("*")
			.allowedMethods("*")
			.allowedHeaders("*")
			.build());
		assertThat(having(plan, Purpose.AUTHORIZATION)).extracting(Probe::requestedHeaders)
			.containsExactly(List.of("authorization"));
		assertThat(having(plan, Purpose.OTHER_HEADER)).isEmpty();
		assertThat(having(plan, Purpose.OTHER_METHOD)).isEmpty();
		assertThat(having(plan, Purpose.LOOKALIKE)).isEmpty();
	}

	@Test
	void planShouldSendOnlyMethodsWithoutEffectAndNoUrlWithOriginTwice() {
		ProbePlan plan = plan(ORDERS);
		assertThat(plan.probes()).extracting(Probe::method).containsOnly("OPTIONS", "GET");
		Set<String> urls = new HashSet<>();
		for (Probe probe : plan.probes()) {
			assertThat(probe.fresh().isEmpty()).isEqualTo(probe.isPreflight());
			if (!probe.isPreflight() && probe.purpose() != Purpose.CACHE_READ) {
				assertThat(urls.add(probe.pathAndQuery())).as(probe.pathAndQuery()).isTrue();
			}
		}
	}

	@Test
	void planShouldStartWithWhatIsHarmlessToCaches() {
		ProbePlan plan = plan(ORDERS);
		assertThat(plan.probes().subList(0, 3)).extracting(Probe::purpose)
			.containsExactly(Purpose.PLAIN, Purpose.CACHE_FILLED, Purpose.CACHE_READ);
		assertThat(plan.probes().get(1).fresh()).isEqualTo(plan.probes().get(2).fresh());
	}

	@Test
	void planShouldInventOnlyNamesThatNobodyOwns() {
		ProbePlan plan = plan(ORDERS);
		assertThat(having(plan, Purpose.STRANGER)).extracting(Probe::origin)
			.containsOnly("https://r.invalid", "http://r.invalid");
		assertThat(having(plan, Purpose.OPAQUE)).extracting(Probe::origin).containsOnly("null");
	}

	@Test
	void planShouldLeaveOutLookalikesThatThePolicyAllows() {
		ProbePlan plan = plan(CorsPolicySpec.named("p")
			.paths("/p/**")
			.allowedOrigins("https://example.com", "https://*.example.com", "http://localhost:*")
			.build());
		assertThat(having(plan, Purpose.LOOKALIKE)).extracting(Probe::origin)
			.contains("https://rexample.com", "http://example.com")
			.doesNotContain("https://r.example.com", "http://localhost", "http://localhost:3000");
		assertThat(having(plan, Purpose.ALLOWED_ORIGIN)).extracting(Probe::origin)
			.contains("https://example.com", "https://r.example.com", "http://localhost:8443");
	}

	@Test
	void planShouldAskForOnePathThatNoPolicyGoverns() {
		assertThat(plan(ORDERS).places()).extracting(Place::policy).containsExactly("orders", null);
		CorsPolicySpec all = CorsPolicySpec.named("all").paths("/**").allowedOrigins(SHOP).build();
		assertThat(plan(all).places()).extracting(Place::policy).containsExactly("all");
	}

	@Test
	void planShouldLeaveOutWhatOnlyReports() {
		CorsPolicySpec reporting = CorsPolicySpec.named("watched")
			.paths("/**")
			.allowedOrigins(SHOP)
			.mode(PolicyMode.REPORT_ONLY)
			.build();
		assertThat(plan(ORDERS, reporting).places()).extracting(Place::policy).containsExactly("orders");
	}

	@Test
	void planWhenEverythingIsDeniedShouldAskForStrangers() {
		ProbePlan plan = plan(CorsPolicySpec.named("closed").paths("/closed").mode(PolicyMode.DENY).build());
		assertThat(having(plan, Purpose.STRANGER)).filteredOn((probe) -> probe.place().isGoverned()).hasSize(4);
		assertThat(having(plan, Purpose.ALLOWED_ORIGIN)).isEmpty();
	}

	@Test
	void planShouldAskForAnOriginThatIsAllowedOnOtherPathsOnly() {
		ProbePlan plan = plan(ORDERS, CorsPolicySpec.named("open").paths("/open").allowedOrigins("*").build(),
				CorsPolicySpec.named("closed")
					.paths("/closed")
					.mode(PolicyMode.DENY)
					.allowedOrigins("https://a.example")
					.build(),
				CorsPolicySpec.named("watched")
					.paths("/watched")
					.allowedOrigins("https://b.example")
					.mode(PolicyMode.REPORT_ONLY)
					.build());
		assertThat(having(plan, Purpose.LOOKALIKE)).filteredOn((probe) -> probe.note().contains("other paths"))
			.extracting((probe) -> probe.place().policy() + " " + probe.method() + " " + probe.origin())
			.containsExactlyInAnyOrder("orders GET https://a.example", "orders OPTIONS https://a.example",
					"closed GET " + SHOP, "closed OPTIONS " + SHOP);
	}

	@Test
	void planWhenPathsAreGivenShouldAskForNoOthers() {
		ProbePlan plan = planner("/shop", false, null, ORDERS).plan(List.of("/shop/api/orders/7", "/other"), 500);
		assertThat(plan.places()).containsExactly(new Place("orders", "/api/**", "/api/orders/7"),
				new Place(null, null, "/other"));
		assertThat(having(plan, Purpose.MISSING_PATH)).extracting(Probe::path).containsExactly("/api/r");
	}

	@Test
	void planWhenPathCannotBeSentShouldSayWhy() {
		Planner planner = planner("", false, null, ORDERS);
		for (String path : List.of("api", "/a b", "/a?b=c", "/a#b", "//evil.example\u001b")) {
			assertThatIllegalArgumentException().isThrownBy(() -> planner.plan(List.of(path), 500))
				.withMessageContaining("cannot be sent")
				.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("\u001b"));
		}
	}

	@Test
	void planWhenOnlyPreflightsAreSentShouldSendAllOriginsSo() {
		ProbePlan plan = planner("", true, null, ORDERS).plan(List.of(), 500);
		assertThat(plan.probes()).allMatch(Probe::isPreflight);
		assertThat(having(plan, Purpose.LOOKALIKE)).hasSizeGreaterThan(15);
	}

	@Test
	void planWhenThereAreMoreThanTheCapShouldKeepTheMostTelling() {
		ProbePlan whole = planner("", false, null, ORDERS).plan(List.of(), 500);
		ProbePlan cut = planner("", false, null, ORDERS).plan(List.of(), 20);
		assertThat(cut.probes()).hasSize(20).isEqualTo(whole.probes().subList(0, 20));
		assertThat(cut.leftOff()).hasSize(whole.probes().size() - 20)
			.anyMatch((probe) -> probe.purpose() == Purpose.LOOKALIKE);
	}

	@Test
	void planWhenApplicationIsAskedDirectlyShouldAskItTheSame() {
		Site direct = Site.of(URI.create("http://localhost:8080"), "");
		ProbePlan plan = planner("", false, direct, ORDERS).plan(List.of(), 5000);
		List<Probe> directly = plan.probes().stream().filter(Probe::direct).toList();
		assertThat(directly)
			.hasSize((int) plan.probes()
				.stream()
				.filter((probe) -> !probe.direct() && !probe.purpose().isAboutCache())
				.count())
			.allMatch((probe) -> plan.site(probe).equals(direct));
		assertThat(plan.probes()
			.stream()
			.filter((probe) -> probe.purpose() != Purpose.CACHE_READ && !probe.isPreflight())
			.map(Probe::fresh)).doesNotHaveDuplicates();
	}

	@Test
	void planWhenManyHeadersAreAllowedShouldAskForThemInParts() {
		String[] names = IntStream.range(0, 100).mapToObj((i) -> "x-" + i).toArray(String[]::new);
		ProbePlan plan = plan(CorsPolicySpec.named("p").paths("/p").allowedOrigins(SHOP).allowedHeaders(names).build());
		Set<String> asked = new HashSet<>();
		having(plan, Purpose.ALLOWED_METHOD).forEach((probe) -> {
			assertThat(probe.requestedHeaders()).hasSizeLessThanOrEqualTo(60);
			asked.addAll(probe.requestedHeaders());
		});
		assertThat(asked).containsExactlyInAnyOrder(names);
	}

	private static List<Probe> having(ProbePlan plan, Purpose purpose) {
		return plan.probes().stream().filter((probe) -> probe.purpose() == purpose).toList();
	}

	private static ProbePlan plan(CorsPolicySpec... specs) {
		return planner("", false, null, specs).plan(List.of(), 5000);
	}

	private static Planner planner(String basePath, boolean preflightOnly, @Nullable Site direct,
			CorsPolicySpec... specs) {
		CorsPolicySet policies = CorsPolicySet.compile(List.of(specs), CorsSettings.DEFAULTS).orThrow();
		return new Planner(policies, new Promises(new CorsEngine(policies, CorsObserver.NONE)),
				Site.of(URI.create("https://api.example.com"), basePath), direct, "r", preflightOnly);
	}

}
