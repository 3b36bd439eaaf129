package io.github.corsstarter.autoconfigure.reload;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.RefusalReason;
import io.github.corsstarter.autoconfigure.CorsAutoConfiguration;
import io.github.corsstarter.autoconfigure.CorsPolicies;
import io.github.corsstarter.autoconfigure.FreshLogging;
import io.github.corsstarter.autoconfigure.RefreshResult;
import io.github.corsstarter.autoconfigure.RefreshResult.Outcome;
import io.github.corsstarter.explain.CorsExplainer;
import io.github.corsstarter.explain.CorsExplanation;
import io.github.corsstarter.explain.CorsQuery;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.policy.CorsPolicySource;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith({ OutputCaptureExtension.class, FreshLogging.class })
class ReloadTests {

	private static final String ORIGINS = "cors.policies.shop.allowed-origins";

	private static final String BEFORE = "https://before.example.com";

	private static final String AFTER = "https://after.example.com";

	private final Map<String, Object> properties = new ConcurrentHashMap<>(
			Map.of("cors.policies.shop.paths", "/shop/**", ORIGINS, BEFORE));

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class, ReloadAutoConfiguration.class))
		.withInitializer(this::addProperties);

	@Test
	void refreshWhenConfigurationIsValidShouldGovernByItAndSayWhatItChanges(CapturedOutput output) {
		this.runner.run((context) -> {
			assertThat(context.getBean(CorsPolicies.class).lastRefresh()).isNull();
			assertThat(outcome(context, "/shop/x", BEFORE)).isEqualTo("granted");
			this.properties.put(ORIGINS, AFTER);
			assertThat(outcome(context, "/shop/x", AFTER)).isEqualTo("refused");
			publishChange(context);
			assertThat(outcome(context, "/shop/x", AFTER)).isEqualTo("granted");
			assertThat(outcome(context, "/shop/x", BEFORE)).isEqualTo("refused");
			assertThat(lastRefresh(context).outcome()).isEqualTo(Outcome.APPLIED);
			assertThat(lastRefresh(context).problems()).isEmpty();
			assertThat(lastRefresh(context).changes()).containsExactly(
					"shop: widened by https://after.example.com on /shop/**; narrowed by https://before.example.com on /shop/**");
			assertThat(output).contains("CORS policies were reloaded: policy shop: widened by " + AFTER);
		});
	}

	@Test
	void refreshWhenManyPoliciesChangeShouldLogFiftyAndCountTheRest(CapturedOutput output) {
		for (int i = 0; i < 60; i++) {
			this.properties.put("cors.policies.p" + i + ".paths", "/p" + i);
			this.properties.put("cors.policies.p" + i + ".allowed-origins", BEFORE);
		}
		this.runner.run((context) -> {
			this.properties.replaceAll((key, value) -> value.equals(BEFORE) ? AFTER : value);
			publishChange(context);
			assertThat(lastRefresh(context).changes()).hasSize(61);
			assertThat(output.getOut().lines().filter((line) -> line.contains("were reloaded: policy "))).hasSize(50);
			assertThat(output).containsOnlyOnce("CORS policies were reloaded: 11 more policies changed");
		});
	}

	@Test
	void refreshWhenStackIsReactiveShouldGovernByIt() {
		new ReactiveWebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class, ReloadAutoConfiguration.class))
			.withInitializer(this::addProperties)
			.run((context) -> {
				this.properties.put(ORIGINS, AFTER);
				publishChange(context);
				assertThat(outcome(context, "/shop/x", AFTER)).isEqualTo("granted");
			});
	}

	@Test
	void refreshWhenConfigurationIsInvalidShouldKeepOldAndReport(CapturedOutput output) {
		this.runner.run((context) -> {
			this.properties.put(ORIGINS, AFTER + "/");
			publishChange(context);
			assertThat(outcome(context, "/shop/x", BEFORE)).isEqualTo("granted");
			assertThat(lastRefresh(context).outcome()).isEqualTo(Outcome.REJECTED);
			assertThat(lastRefresh(context).problems()).extracting(Finding::rule).containsExactly(Rule.INVALID_ORIGIN);
			assertThat(output).contains("not reloaded")
				.contains(ORIGINS)
				.contains("[invalid-origin]")
				.contains("    > ");
		});
	}

	@Test
	void refreshWhenPathsLoseTheirPolicyShouldNameThemAndAnnounceTheRest(CapturedOutput output) {
		this.properties.put("cors.policies.shop.paths", "/shop/**, /cart/{id}, /kept/one, /wide/a");
		this.runner.run((context) -> {
			this.properties.put("cors.policies.shop.paths", "/kept/{any}, /wide/**, /shop");
			String before = output.getAll();
			publishChange(context);
			assertThat(output.getAll().substring(before.length()).lines())
				.satisfiesOnlyOnce((line) -> assertThat(line).contains("WARN")
					.endsWith("No CORS policy governs these paths any more, and requests there pass untouched: "
							+ "/cart/{id} of policy shop, /shop/** of policy shop"))
				.satisfiesOnlyOnce((line) -> assertThat(line).contains("INFO")
					.endsWith("CORS policies: shop [/kept/{any}, /wide/**, /shop]"));
		});
	}

	@Test
	void refreshWhenNothingChangesShouldSayNothing(CapturedOutput output) {
		this.runner.run((context) -> {
			String before = output.getAll();
			publishChange(context);
			assertThat(output.getAll().substring(before.length())).doesNotContain("CORS polic");
		});
	}

	@Test
	void refreshWhenSwitchedOffShouldGovernNothing() {
		this.runner.run((context) -> {
			this.properties.put("cors.enabled", "false");
			publishChange(context);
			assertThat(outcome(context, "/shop/x", BEFORE)).isEqualTo("no-policy");
		});
	}

	@Test
	void refreshWhenSourceHasOtherPoliciesShouldGovernByThem() {
		TenantSource source = new TenantSource();
		this.runner.withBean("tenants", CorsPolicySource.class, () -> source).run((context) -> {
			assertThat(outcome(context, "/acme/x", BEFORE)).isEqualTo("granted");
			source.origins = List.of(AFTER);
			context.getBean(CorsPolicies.class).refresh();
			assertThat(outcome(context, "/acme/x", BEFORE)).isEqualTo("refused");
			assertThat(outcome(context, "/acme/x", AFTER)).isEqualTo("granted");
		});
	}

	@Test
	void runWhenPolicyOfSourceIsInvalidShouldStartAndDenyItsPaths(CapturedOutput output) {
		TenantSource source = new TenantSource();
		source.origins = List.of("nonsense");
		this.runner.withBean("tenants", CorsPolicySource.class, () -> source).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(outcome(context, "/shop/x", BEFORE)).isEqualTo("granted");
			assertThat(explain(context, "/acme/x", BEFORE).reason()).isEqualTo(RefusalReason.DENIED);
			assertThat(output).contains("acme.allowed-origins[0]").contains("bean tenants");
			assertThat(context.getBean(CorsPolicies.class).refresh().problems()).hasSize(1);
		});
	}

	@Test
	void refreshWhenSourceFailsShouldKeepOld(CapturedOutput output) {
		TenantSource source = new TenantSource();
		this.runner.withBean("tenants", CorsPolicySource.class, () -> source).run((context) -> {
			source.failure = new IllegalStateException("no database at jdbc:postgresql://app:hunter2@db");
			RefreshResult result = context.getBean(CorsPolicies.class).refresh();
			assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
			assertThat(result.problems().get(0).message()).contains("no database").endsWith("//***@db");
			assertThat(outcome(context, "/acme/x", BEFORE)).isEqualTo("granted");
			assertThat(output).contains("no database");
		});
	}

	@Test
	void runWhenSpringCloudIsAbsentShouldDoWithoutIt() {
		this.runner.withClassLoader(new FilteredClassLoader(EnvironmentChangeEvent.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(CorsPolicies.class)
				.doesNotHaveBean("corsPolicyReloader"));
	}

	private void addProperties(ConfigurableApplicationContext context) {
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", this.properties));
	}

	private static void publishChange(ApplicationContext context) {
		context.publishEvent(new EnvironmentChangeEvent(context, Set.of("unrelated")));
	}

	private static RefreshResult lastRefresh(ApplicationContext context) {
		return Objects.requireNonNull(context.getBean(CorsPolicies.class).lastRefresh());
	}

	private static String outcome(ApplicationContext context, String path, String origin) {
		return explain(context, path, origin).outcome().code();
	}

	private static CorsExplanation explain(ApplicationContext context, String path, String origin) {
		return CorsExplainer.of(context.getBean(CorsEngine.class))
			.explain(CorsQuery.to(path).from(origin).method("GET").headers(List.of()), PropertyLocator.UNKNOWN);
	}

	/**
	 * A source whose policy changes.
	 */
	private static final class TenantSource implements CorsPolicySource {

		private volatile List<String> origins = List.of(BEFORE);

		private volatile @Nullable RuntimeException failure;

		@Override
		public List<CorsPolicySpec> policies() {
			RuntimeException failure = this.failure;
			if (failure != null) {
				throw failure;
			}
			return List.of(CorsPolicySpec.named("acme")
				.paths("/acme/**")
				.allowedOrigins(this.origins.toArray(String[]::new))
				.build());
		}

	}

}
