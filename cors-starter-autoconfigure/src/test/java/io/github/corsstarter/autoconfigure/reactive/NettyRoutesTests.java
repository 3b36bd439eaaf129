package io.github.corsstarter.autoconfigure.reactive;

import java.nio.file.Path;
import java.util.List;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsOutcome;
import io.github.corsstarter.autoconfigure.CorsAutoConfiguration;
import io.github.corsstarter.autoconfigure.diagnostics.Start;
import io.github.corsstarter.explain.CorsExplainer;
import io.github.corsstarter.explain.CorsExplanation;
import io.github.corsstarter.explain.CorsQuery;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.Rule;
import io.github.corsstarter.rules.Severity;
import org.junit.jupiter.api.Test;
import reactor.netty.http.server.HttpServerRoutes;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NettyRoutes}: what Netty serves in front of every filter is found, and
 * dry runs say so.
 */
class NettyRoutesTests {

	private static final String CREDENTIALS = "cors.policies.shop.allow-credentials=true";

	private final ReactiveWebApplicationContextRunner runner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class, ReactiveCorsAutoConfiguration.class))
		.withBean(NettyReactiveWebServerFactory.class)
		.withPropertyValues("cors.policies.shop.paths=/api/**", "cors.policies.wide.paths=/live",
				"cors.policies.shop.allowed-origins=https://shop.example.com",
				"cors.policies.wide.allowed-origins=https://shop.example.com");

	@Test
	void startWhenRouteLiesInAGovernedPathWithCredentialsShouldFail() {
		this.runner.withBean("live", NettyRouteProvider.class, () -> NettyRoutesTests::live)
			.withPropertyValues(CREDENTIALS)
			.run((context) -> assertThat(Start.failure(context.getStartupFailure()).getFindings()).singleElement()
				.satisfies((finding) -> {
					assertThat(finding.rule()).isEqualTo(Rule.UNGOVERNED_ROUTE);
					assertThat(finding.severity()).isEqualTo(Severity.ERROR);
					assertThat(finding.property()).isEqualTo("cors.policies.shop.paths[0]");
					assertThat(finding.message()).startsWith("does not govern \"/api/live\" of the bean live")
						.endsWith("with its visitor's credentials");
				}));
	}

	@Test
	void startWhenRSocketIsServedOverWebSocketShouldNameItsProperty() {
		this.runner.withBean("rSocket", NettyRouteProvider.class, RSocketWebSocketNettyRouteProvider::new)
			.withPropertyValues("spring.rsocket.server.mapping-path=/api/rsocket", CREDENTIALS)
			.run((context) -> assertThat(Start.failure(context.getStartupFailure()).getFindings()).singleElement()
				.extracting(Finding::message)
				.asString()
				.startsWith("does not govern \"/api/rsocket\" of RSocket (spring.rsocket.server.mapping-path)"));
	}

	@Test
	void startWhenThereAreNoCredentialsShouldWarnAndTellDryRuns() {
		this.runner.withBean("live", NettyRouteProvider.class, () -> NettyRoutesTests::live).run((context) -> {
			assertThat(findings(context)).singleElement().satisfies((finding) -> {
				assertThat(finding.rule()).isEqualTo(Rule.UNGOVERNED_ROUTE);
				assertThat(finding.severity()).isEqualTo(Severity.WARNING);
				assertThat(finding.policy()).isEqualTo("shop");
				assertThat(finding.message()).endsWith("every website may call it");
			});
			CorsExplanation explanation = explain(context, "/api/live");
			assertThat(explanation.governing()).isNull();
			assertThat(explanation.outcome()).isEqualTo(CorsOutcome.NO_POLICY);
			assertThat(explanation.message()).startsWith(
					"The path belongs to the bean live, which is served in front of every filter: no policy governs it.");
			assertThat(explain(context, "/api/orders").governing()).isNotNull();
		});
	}

	@Test
	void startWhenBasePathIsSetShouldLookBelowIt() {
		ReactiveWebApplicationContextRunner live = this.runner.withBean("live", NettyRouteProvider.class,
				() -> NettyRoutesTests::live);
		live.withPropertyValues("spring.webflux.base-path=/app").run((context) -> {
			assertThat(findings(context)).isEmpty();
			assertThat(explain(context, "/api/live").governing()).isNotNull();
		});
		live.withPropertyValues("spring.webflux.base-path=/api")
			.run((context) -> assertThat(findings(context))
				.filteredOn((finding) -> finding.rule() == Rule.UNGOVERNED_ROUTE)
				.extracting(Finding::policy)
				.containsExactly("wide"));
	}

	@Test
	void startWhenNobodyTellsThePathsShouldNameTheBean() {
		this.runner.withBean("odd", NettyRouteProvider.class, () -> (routes) -> {
			throw new IllegalStateException("no routes yet");
		}).run((context) -> assertThat(findings(context)).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.WARNING);
			assertThat(finding.property()).isEqualTo("cors.policies");
			assertThat(finding.message()).startsWith("govern none of the routes of the bean odd");
		}));
	}

	@Test
	void startWhenAPredicateTellsThePathShouldNameTheBeanBesideThePathsThatAreTold() {
		this.runner
			.withBean("mixed", NettyRouteProvider.class,
					() -> (routes) -> live(routes).route((request) -> true, (request, response) -> response.send())
						.removeIf((route) -> false)
						.noComparator())
			.run((context) -> assertThat(findings(context)).extracting(Finding::property)
				.containsExactly("cors.policies.shop.paths[0]", "cors.policies"));
	}

	@Test
	void startWhenRouteIsADirectoryOrAnIndexShouldTakeInWhatItServes() {
		this.runner
			.withBean("files", NettyRouteProvider.class,
					() -> (routes) -> routes.directory("/api", Path.of(".")).index((request, response) -> response))
			.run((context) -> {
				assertThat(findings(context)).singleElement()
					.extracting(Finding::message)
					.asString()
					.startsWith("does not govern \"/api/**\" of the bean files");
				assertThat(explain(context, "/api/pom.xml").governing()).isNull();
				assertThat(explain(context, "/").message()).contains("belongs to the bean files");
			});
	}

	@Test
	void startWhenACustomizerAddsRoutesShouldFindThem() {
		new ReactiveWebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class, ReactiveCorsAutoConfiguration.class))
			.withBean("netty", NettyReactiveWebServerFactory.class, () -> {
				NettyReactiveWebServerFactory factory = new NettyReactiveWebServerFactory();
				factory.addRouteProviders(NettyRoutesTests::live);
				return factory;
			})
			.withPropertyValues("cors.policies.shop.paths=/api/**",
					"cors.policies.shop.allowed-origins=https://shop.example.com")
			.run((context) -> assertThat(findings(context)).singleElement()
				.extracting(Finding::message)
				.asString()
				.startsWith("does not govern \"/api/live\" of the bean netty"));
	}

	@Test
	void startWhenRouteHasVariablesShouldLookAtEveryPolicyThatItMeets() {
		ReactiveWebApplicationContextRunner any = this.runner.withBean("any", NettyRouteProvider.class,
				() -> (routes) -> routes.get("/api/{name}", (request, response) -> response.send()));
		any.withPropertyValues(CREDENTIALS, "cors.policies.near.paths=/api/near",
				"cors.policies.near.allowed-origins=https://shop.example.com")
			.run((context) -> assertThat(Start.failure(context.getStartupFailure()).getFindings()).singleElement()
				.extracting(Finding::policy)
				.isEqualTo("shop"));
		any.withPropertyValues(CREDENTIALS, "cors.policies.near.paths=/api/*",
				"cors.policies.near.allowed-origins=https://shop.example.com")
			.run((context) -> assertThat(findings(context))
				.filteredOn((finding) -> finding.rule() == Rule.UNGOVERNED_ROUTE)
				.extracting(Finding::policy)
				.containsExactly("near"));
	}

	@Test
	void startWhenWarningIsAcceptedShouldKeepItVisible() {
		ReactiveWebApplicationContextRunner live = this.runner
			.withBean("live", NettyRouteProvider.class, () -> NettyRoutesTests::live)
			.withPropertyValues("cors.policies.shop.accept=ungoverned-route", "cors.fail-on=warning");
		live.run((context) -> assertThat(findings(context)).singleElement()
			.extracting(Finding::accepted)
			.isEqualTo(true));
		live.withPropertyValues(CREDENTIALS).run((context) -> assertThat(context).hasFailed());
	}

	@Test
	void startWhenServerIsAnotherShouldFindNothing() {
		new ReactiveWebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class, ReactiveCorsAutoConfiguration.class))
			.withBean("live", NettyRouteProvider.class, () -> NettyRoutesTests::live)
			.withPropertyValues("cors.policies.shop.paths=/api/**", CREDENTIALS,
					"cors.policies.shop.allowed-origins=https://shop.example.com")
			.run((context) -> assertThat(findings(context)).isEmpty());
	}

	private static HttpServerRoutes live(HttpServerRoutes routes) {
		return routes.get("/api/live", (request, response) -> response.send());
	}

	private static List<Finding> findings(ApplicationContext context) {
		return context.getBean(CorsEngine.class).policySet().findings();
	}

	private static CorsExplanation explain(ApplicationContext context, String path) {
		return CorsExplainer.of(context.getBean(CorsEngine.class))
			.explain(CorsQuery.to(path).from("https://shop.example.com").method("GET").headers(List.of()),
					PropertyLocator.UNKNOWN);
	}

	/**
	 * Has the name of Boot's own, which nobody else sees.
	 */
	private static final class RSocketWebSocketNettyRouteProvider implements NettyRouteProvider {

		@Override
		public HttpServerRoutes apply(HttpServerRoutes routes) {
			throw new IllegalStateException("builds a server");
		}

	}

}
