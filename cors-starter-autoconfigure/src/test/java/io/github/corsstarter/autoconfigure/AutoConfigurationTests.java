package io.github.corsstarter.autoconfigure;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.autoconfigure.actuate.CorsEndpoint;
import io.github.corsstarter.autoconfigure.actuate.CorsEndpointAutoConfiguration;
import io.github.corsstarter.autoconfigure.actuate.CorsEndpointWebExtension;
import io.github.corsstarter.autoconfigure.observe.CorsMetrics;
import io.github.corsstarter.autoconfigure.observe.CorsMetricsAutoConfiguration;
import io.github.corsstarter.autoconfigure.observe.RecentRefusals;
import io.github.corsstarter.autoconfigure.observe.RefusalAutoConfiguration;
import io.github.corsstarter.autoconfigure.observe.RefusalLogger;
import io.github.corsstarter.autoconfigure.reactive.ReactiveCorsAutoConfiguration;
import io.github.corsstarter.autoconfigure.reload.ReloadAutoConfiguration;
import io.github.corsstarter.autoconfigure.servlet.ServletCorsAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Which beans the auto-configurations bring, by what is on the class path and which beans
 * an application has of its own.
 */
class AutoConfigurationTests {

	private static final AutoConfigurations ALL = AutoConfigurations.of(CorsAutoConfiguration.class,
			ServletCorsAutoConfiguration.class, ReactiveCorsAutoConfiguration.class, RefusalAutoConfiguration.class,
			CorsMetricsAutoConfiguration.class, CorsEndpointAutoConfiguration.class, ReloadAutoConfiguration.class);

	private static final List<String> OF_EVERY_STACK = List.of("corsEngine", "corsPolicies", "corsRecentRefusals",
			"corsRefusalLogger", "corsPolicyAnnouncement", "corsMetrics", "corsEndpoint", "corsEndpointWebExtension",
			"corsPolicyReloader", "otherCorsReader");

	private static final List<String> OF_SERVLET = List.of("corsPolicyFilterRegistration",
			"servletCorsApplicationInspector", "servletOtherCors");

	private static final List<String> OF_REACTIVE = List.of("corsPolicyWebFilter", "reactiveCorsApplicationInspector",
			"reactiveOtherCors");

	@ParameterizedTest
	@EnumSource
	void startWhenEverythingIsOnTheClassPathShouldHaveEveryPartOfTheStack(Stack stack) {
		stack.run((runner) -> runner, (context) -> assertThat(context.getBeanDefinitionNames()).contains(stack.beans())
			.doesNotContain(stack.other().ownBeans().toArray(String[]::new)));
	}

	@ParameterizedTest
	@MethodSource("absences")
	void startWhenLibraryIsAbsentShouldDoWithoutWhatNeedsIt(Stack stack, String library, List<String> gone) {
		stack.run((runner) -> runner, (whole) -> {
			List<String> expected = names(whole).filter((name) -> !gone.contains(name)).toList();
			assertThat(expected).hasSize((int) names(whole).count() - gone.size());
			stack.run((runner) -> runner.withClassLoader(new FilteredClassLoader(library)), (context) -> {
				assertThat(names(context)).containsExactlyInAnyOrderElementsOf(expected);
				assertThat(context.getBean(CorsEngine.class).registry().governing("/shop/1", 0)).isNotNull();
			});
		});
	}

	static Stream<Arguments> absences() {
		Stream<Arguments> ofBoth = Stream.of(Stack.values())
			.flatMap((stack) -> Stream.of(
					Arguments.of(stack, "org.springframework.boot.actuate.endpoint",
							List.of("corsEndpoint", "corsEndpointWebExtension")),
					Arguments.of(stack, "io.micrometer", List.of("corsMetrics")),
					Arguments.of(stack, "org.springframework.cloud", List.of("corsPolicyReloader"))));
		return Stream.concat(ofBoth,
				Stream.of(Arguments.of(Stack.SERVLET, "org.springframework.security", List.of()),
						Arguments.of(Stack.REACTIVE, "org.springframework.security", List.of()),
						Arguments.of(Stack.SERVLET, "org.springframework.web.servlet",
								List.of("servletCorsApplicationInspector")),
						Arguments.of(Stack.REACTIVE, "org.springframework.web.reactive.result",
								List.of("reactiveCorsApplicationInspector")),
						Arguments.of(Stack.SERVLET, "org.springframework.web.reactive", List.of()),
						Arguments.of(Stack.SERVLET, "org.springframework.web.server", List.of()),
						Arguments.of(Stack.SERVLET, "reactor", List.of()),
						Arguments.of(Stack.REACTIVE, "org.springframework.web.servlet", List.of()),
						Arguments.of(Stack.REACTIVE, "jakarta.servlet", List.of())));
	}

	@ParameterizedTest
	@MethodSource("replaceable")
	<T> void startWhenApplicationHasItsOwnBeanShouldTakeThat(Stack stack, Class<T> type) {
		stack.run((runner) -> runner.withBean("own", type, () -> mock(type)),
				(context) -> assertThat(context.getBeanNamesForType(type)).containsExactly("own"));
	}

	static Stream<Arguments> replaceable() {
		return Stream.of(Stack.values())
			.flatMap((stack) -> Stream
				.of(CorsEndpoint.class, CorsEndpointWebExtension.class, CorsMetrics.class, RecentRefusals.class,
						RefusalLogger.class)
				.map((type) -> Arguments.of(stack, type)));
	}

	@ParameterizedTest
	@EnumSource
	void startWhenEndpointIsNotExposedShouldHaveNone(Stack stack) {
		stack.run((runner) -> runner.withPropertyValues("management.endpoints.web.exposure.include=health"),
				(context) -> assertThat(context.getBeanNamesForType(CorsEndpoint.class)).isEmpty());
	}

	@Test
	void startWhenThereIsNoWebApplicationShouldHaveNoBean() {
		new ApplicationContextRunner().run((without) -> new ApplicationContextRunner().withConfiguration(ALL)
			.run((with) -> assertThat(names(with).filter((name) -> !name.startsWith(getClass().getPackageName())))
				.containsExactlyInAnyOrderElementsOf(names(without).toList())));
	}

	@Test
	void startWhenConditionsAreWrittenDownShouldNotReadClassesForThem() throws IOException {
		Properties conditions = PropertiesLoaderUtils
			.loadAllProperties("META-INF/spring-autoconfigure-metadata.properties");
		assertThat(ImportCandidates.load(AutoConfiguration.class, null))
			.filteredOn((name) -> name.startsWith(getClass().getPackageName()))
			.hasSize(7)
			.allSatisfy((name) -> assertThat(conditions).containsKeys(name));
	}

	private static Stream<String> names(ApplicationContext context) {
		// The configurations themselves, which are named by their classes, come and go,
		// too.
		return Arrays.stream(context.getBeanDefinitionNames()).filter((name) -> !name.contains("Configuration"));
	}

	private enum Stack {

		SERVLET {

			@Override
			AbstractApplicationContextRunner<?, ?, ?> runner() {
				return new WebApplicationContextRunner();
			}

		},

		REACTIVE {

			@Override
			AbstractApplicationContextRunner<?, ?, ?> runner() {
				return new ReactiveWebApplicationContextRunner();
			}

		};

		abstract AbstractApplicationContextRunner<?, ?, ?> runner();

		List<String> ownBeans() {
			return (this == SERVLET) ? OF_SERVLET : OF_REACTIVE;
		}

		String[] beans() {
			return Stream.concat(OF_EVERY_STACK.stream(), ownBeans().stream()).toArray(String[]::new);
		}

		Stack other() {
			return (this == SERVLET) ? REACTIVE : SERVLET;
		}

		void run(Customizer customizer, Consumer<ApplicationContext> consumer) {
			AbstractApplicationContextRunner<?, ?, ?> runner = (AbstractApplicationContextRunner<?, ?, ?>) runner()
				.withConfiguration(ALL)
				.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
				.withPropertyValues("cors.policies.shop.paths=/shop/**",
						"cors.policies.shop.allowed-origins=https://shop.example.com",
						"management.endpoints.web.exposure.include=cors");
			customizer.customize(runner).run((context) -> {
				assertThat(context.getStartupFailure()).isNull();
				consumer.accept(Objects.requireNonNull(context));
			});
		}

	}

	private interface Customizer {

		AbstractApplicationContextRunner<?, ?, ?> customize(AbstractApplicationContextRunner<?, ?, ?> runner);

	}

}
