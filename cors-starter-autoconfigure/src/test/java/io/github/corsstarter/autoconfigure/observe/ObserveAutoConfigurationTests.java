package io.github.corsstarter.autoconfigure.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.autoconfigure.CorsAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RefusalAutoConfiguration} and {@link CorsMetricsAutoConfiguration}.
 */
class ObserveAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(CorsAutoConfiguration.class,
			RefusalAutoConfiguration.class, CorsMetricsAutoConfiguration.class);

	private static final String[] POLICY = { "cors.policies.shop.paths=/shop/**",
			"cors.policies.shop.allowed-origins=https://shop.example.com" };

	private final WebApplicationContextRunner servlet = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS)
		.withPropertyValues(POLICY);

	private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS)
		.withPropertyValues(POLICY);

	@Test
	void runWhenRegistryIsThereShouldCountAndRecord() {
		this.servlet.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run((context) -> {
			refuse(context.getBean(CorsEngine.class), 1);
			assertThat(count(context.getBean(MeterRegistry.class))).isEqualTo(1);
			assertThat(context.getBean(RecentRefusals.class).recent()).hasSize(1);
		});
		this.reactive.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run((context) -> {
			refuse(context.getBean(CorsEngine.class), 1);
			assertThat(count(context.getBean(MeterRegistry.class))).isEqualTo(1);
			assertThat(context.getBean(RecentRefusals.class).recent()).hasSize(1);
		});
	}

	@Test
	void runWhenMicrometerIsAbsentShouldDoWithoutCounters() {
		this.servlet.withClassLoader(new FilteredClassLoader("io.micrometer")).run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean("corsMetrics");
			refuse(context.getBean(CorsEngine.class), 1);
			assertThat(context.getBean(RecentRefusals.class).recent()).hasSize(1);
		});
	}

	@Test
	void runWhenRegistryIsAbsentShouldDoWithoutCounters() {
		this.servlet.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(CorsMetrics.class));
	}

	@Test
	void runWhenRefusalsAreOffShouldKeepNone() {
		this.servlet.withPropertyValues("cors.refusals.enabled=false").run((context) -> {
			refuse(context.getBean(CorsEngine.class), 1);
			assertThat(context.getBean(RecentRefusals.class).recent()).isEmpty();
		});
	}

	@Test
	void runWhenCapacityIsSetShouldKeepThatMany() {
		this.servlet.withPropertyValues("cors.refusals.capacity=3").run((context) -> {
			refuse(context.getBean(CorsEngine.class), 5);
			assertThat(context.getBean(RecentRefusals.class).recent()).hasSize(3);
			assertThat(context.getBean(RecentRefusals.class).dropped()).isEqualTo(2);
		});
	}

	@Test
	void runWhenObserverIsALambdaShouldTellItBesideTheOthers() {
		List<String> told = new ArrayList<>();
		CorsObserver audit = (policy, decision) -> told.add(policy.name() + " " + decision.outcome().code());
		this.servlet.withBean("audit", CorsObserver.class, () -> audit).run((context) -> {
			refuse(context.getBean(CorsEngine.class), 1);
			assertThat(told).containsExactly("shop refused");
			assertThat(context.getBean(RecentRefusals.class).recent()).hasSize(1);
		});
	}

	@Test
	void runWhenNoWebApplicationShouldHaveNoObservers() {
		new ApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(CorsObserver.class));
	}

	private static void refuse(CorsEngine engine, int times) {
		for (int i = 0; i < times; i++) {
			engine.decide(
					new TestRequest("GET", "/shop/1", Map.of("Origin", List.of("https://evil-" + i + ".example"))),
					TestRequest.READER);
		}
	}

	private static double count(MeterRegistry registry) {
		return registry.get("cors.requests")
			.tags("policy", "shop", "reason", "origin-not-allowed", "type", "actual")
			.counter()
			.count();
	}

}
