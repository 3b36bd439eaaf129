package io.github.corsstarter.lab;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import io.github.corsstarter.autoconfigure.CorsAutoConfiguration;
import io.github.corsstarter.autoconfigure.observe.RefusalAutoConfiguration;
import io.github.corsstarter.autoconfigure.reactive.ReactiveCorsAutoConfiguration;
import io.github.corsstarter.autoconfigure.servlet.ServletCorsAutoConfiguration;
import io.github.corsstarter.lab.answers.LabAnswersAutoConfiguration;
import io.github.corsstarter.lab.reactive.ReactiveLabAutoConfiguration;
import io.github.corsstarter.lab.servlet.ServletLabAutoConfiguration;
import io.github.corsstarter.lab.tomcat.TomcatLabAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.ApplicationContextAssertProvider;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.http.server.reactive.HttpHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the auto-configurations of the lab.
 */
class LabAutoConfigurationTests {

	private static final AutoConfigurations LAB = AutoConfigurations.of(LabAutoConfiguration.class,
			ServletLabAutoConfiguration.class, ReactiveLabAutoConfiguration.class, TomcatLabAutoConfiguration.class,
			LabAnswersAutoConfiguration.class);

	private static final AutoConfigurations STARTER = AutoConfigurations.of(CorsAutoConfiguration.class,
			ServletCorsAutoConfiguration.class, ReactiveCorsAutoConfiguration.class, RefusalAutoConfiguration.class);

	private static final ClassLoader ALL = LabAutoConfigurationTests.class.getClassLoader();

	private static final String ON = "cors.lab.enabled=true";

	@ParameterizedTest
	@EnumSource
	void startWhenOffShouldHaveNoBeanMoreThanWithoutTheModule(Stack stack) {
		stack.run(AutoConfigurations.of(), List.of(), ALL, (without) -> {
			for (String property : List.of("unused=", "cors.lab.enabled=false", "cors.lab.path=/other")) {
				stack.run(LAB, List.of(property), ALL,
						(with) -> assertThat(names(with)).containsExactlyInAnyOrderElementsOf(names(without)));
			}
		});
	}

	@ParameterizedTest
	@EnumSource
	void startWhenOnShouldServeTheLab(Stack stack) {
		stack.runWithLab(ALL, (context) -> {
			assertThat(names(context)).contains("corsLabFactory", "corsLabEndpointPath", "corsLabAnswers",
					"corsLabTomcatProvenance");
			assertThat(isServed(context)).isTrue();
		});
	}

	@ParameterizedTest
	@EnumSource
	void startWithoutActuatorShouldServeTheLab(Stack stack) {
		stack.runWithLab(new FilteredClassLoader("org.springframework.boot.actuate"), (context) -> {
			assertThat(names(context)).doesNotContain("corsLabEndpointPath", "corsLabAnswers");
			assertThat(isServed(context)).isTrue();
		});
	}

	@ParameterizedTest
	@EnumSource
	void startWithoutTomcatShouldServeTheLab(Stack stack) {
		stack.runWithLab(new FilteredClassLoader("org.apache.catalina"), (context) -> {
			assertThat(names(context)).doesNotContain("corsLabTomcatProvenance");
			assertThat(isServed(context)).isTrue();
		});
	}

	@Test
	void startWithoutTheOtherStackShouldServeTheLab() {
		Stack.SERVLET.runWithLab(new FilteredClassLoader("reactor", "org.springframework.http.server.reactive"),
				(context) -> assertThat(context.containsBean("corsLabFilterRegistration")).isTrue());
		Stack.REACTIVE.runWithLab(new FilteredClassLoader("jakarta.servlet", "org.springframework.boot.web.servlet"),
				(context) -> assertThat(isServed(context)).isTrue());
	}

	@Test
	void startWhenThereIsNoWebApplicationShouldHaveNoLab() {
		new ApplicationContextRunner().withConfiguration(LAB)
			.withPropertyValues(ON)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(LabFactory.class));
	}

	private static List<String> names(ApplicationContext context) {
		return Arrays.asList(context.getBeanDefinitionNames());
	}

	private static boolean isServed(ApplicationContext context) {
		return context.containsBean("corsLabFilterRegistration")
				|| context.getBean("httpHandler").getClass().getSimpleName().equals("LabHttpHandler");
	}

	enum Stack {

		SERVLET, REACTIVE;

		private void run(AutoConfigurations lab, List<String> properties, ClassLoader classLoader,
				Consumer<ApplicationContext> check) {
			if (this == SERVLET) {
				run(new WebApplicationContextRunner(), lab, properties, classLoader, check);
			}
			else {
				run(new ReactiveWebApplicationContextRunner().withBean("httpHandler", HttpHandler.class,
						() -> (request, response) -> Mono.empty()), lab, properties, classLoader, check);
			}
		}

		private static <R extends AbstractApplicationContextRunner<R, ?, C>, C extends ApplicationContextAssertProvider<?>> void run(
				R runner, AutoConfigurations lab, List<String> properties, ClassLoader classLoader,
				Consumer<ApplicationContext> check) {
			runner.withConfiguration(STARTER)
				.withConfiguration(lab)
				.withPropertyValues(properties.toArray(String[]::new))
				.withClassLoader(classLoader)
				.run((context) -> check.accept((ApplicationContext) context));
		}

		private void runWithLab(ClassLoader classLoader, Consumer<ApplicationContext> check) {
			run(LAB, List.of(ON), classLoader, check);
		}

	}

}
