package io.github.corsstarter.autoconfigure.inspect;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.autoconfigure.CorsAutoConfiguration;
import io.github.corsstarter.autoconfigure.reactive.ReactiveCorsAutoConfiguration;
import io.github.corsstarter.autoconfigure.servlet.ServletCorsAutoConfiguration;
import io.github.corsstarter.rules.Finding;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Small applications of each stack, to be looked at when they start.
 */
enum InspectedStack {

	SERVLET(Servlet.class, ServletIgnoringCase.class) {

		@Override
		AbstractApplicationContextRunner<?, ?, ?> runner() {
			return new WebApplicationContextRunner().withConfiguration(
					AutoConfigurations.of(CorsAutoConfiguration.class, ServletCorsAutoConfiguration.class));
		}

	},

	REACTIVE(Reactive.class, ReactiveIgnoringCase.class) {

		@Override
		AbstractApplicationContextRunner<?, ?, ?> runner() {
			return new ReactiveWebApplicationContextRunner().withConfiguration(
					AutoConfigurations.of(CorsAutoConfiguration.class, ReactiveCorsAutoConfiguration.class));
		}

	};

	final Class<?> plain;

	final Class<?> ignoringCase;

	InspectedStack(Class<?> plain, Class<?> ignoringCase) {
		this.plain = plain;
		this.ignoringCase = ignoringCase;
	}

	abstract AbstractApplicationContextRunner<?, ?, ?> runner();

	AbstractApplicationContextRunner<?, ?, ?> runner(Class<?> configuration, List<String> properties) {
		return (AbstractApplicationContextRunner<?, ?, ?>) runner().withUserConfiguration(configuration)
			.withPropertyValues("cors.policies.shop.allowed-origins=https://shop.example.com")
			.withPropertyValues(properties.toArray(String[]::new));
	}

	void run(Class<?> configuration, List<String> properties, Consumer<ApplicationContext> consumer) {
		runner(configuration, properties).run((context) -> {
			assertThat(context.getStartupFailure()).isNull();
			consumer.accept(Objects.requireNonNull(context));
		});
	}

	static List<Finding> findings(ApplicationContext context) {
		return context.getBean(CorsEngine.class).policySet().findings();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebMvc
	@Import({ AnnotatedController.class, PartlyAnnotatedController.class, PlainController.class })
	static class Servlet {

	}

	@Configuration(proxyBeanMethods = false)
	static class ServletIgnoringCase extends Servlet implements WebMvcConfigurer {

		@Override
		public void configurePathMatch(PathMatchConfigurer configurer) {
			configurer.setPatternParser(ignoringCase());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebFlux
	@Import({ AnnotatedController.class, PartlyAnnotatedController.class, PlainController.class })
	static class Reactive {

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveIgnoringCase extends Reactive implements WebFluxConfigurer {

		@Override
		public void configurePathMatching(org.springframework.web.reactive.config.PathMatchConfigurer configurer) {
			configurer.setUseCaseSensitiveMatch(false);
		}

	}

	private static PathPatternParser ignoringCase() {
		PathPatternParser parser = new PathPatternParser();
		parser.setCaseSensitive(false);
		return parser;
	}

	@RestController
	@CrossOrigin
	static class AnnotatedController {

		@GetMapping("/annotated")
		String list() {
			return "";
		}

		@GetMapping("/annotated/{id:[0-9]+}")
		String one() {
			return "";
		}

	}

	@RestController
	static class PartlyAnnotatedController {

		@CrossOrigin
		@GetMapping("/annotated/one/{id}")
		String one() {
			return "";
		}

		@GetMapping("/annotated/two")
		String two() {
			return "";
		}

	}

	@RestController
	static class PlainController {

		@GetMapping("/plain")
		String plain() {
			return "";
		}

	}

}
