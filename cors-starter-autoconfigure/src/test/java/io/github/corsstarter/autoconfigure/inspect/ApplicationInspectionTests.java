package io.github.corsstarter.autoconfigure.inspect;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.autoconfigure.CorsAutoConfiguration;
import io.github.corsstarter.autoconfigure.FreshLogging;
import io.github.corsstarter.autoconfigure.diagnostics.Start;
import io.github.corsstarter.autoconfigure.reactive.ReactiveCorsAutoConfiguration;
import io.github.corsstarter.autoconfigure.servlet.ServletCorsAutoConfiguration;
import io.github.corsstarter.policy.CorsPolicySource;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.HiddenHttpMethodFilter;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is looked up in an application, on both stacks.
 */
@ExtendWith({ OutputCaptureExtension.class, FreshLogging.class })
class ApplicationInspectionTests {

	@ParameterizedTest
	@EnumSource
	void startWhenHandlerIsAnnotatedShouldNameIt(Stack stack) {
		stack.run(stack.plain, List.of("cors.policies.shop.paths=/annotated/**"), (context) -> {
			Finding finding = findings(context).get(0);
			assertThat(finding.rule()).isEqualTo(Rule.CROSS_ORIGIN_ANNOTATION_OVERRIDDEN);
			assertThat(finding.message()).endsWith(": AnnotatedController, PartlyAnnotatedController#one");
			assertThat(finding.property()).isEqualTo("cors.policies.shop.paths[0]");
		});
	}

	@ParameterizedTest
	@EnumSource
	void startWhenNoGovernedHandlerIsAnnotatedShouldFindNothing(Stack stack) {
		stack.run(stack.plain, List.of("cors.policies.shop.paths=/plain/**"),
				(context) -> assertThat(findings(context)).isEmpty());
	}

	@ParameterizedTest
	@EnumSource
	void startWhenMappingIgnoresCaseShouldCompilePoliciesThatDo(Stack stack) {
		stack.run(stack.ignoringCase, List.of("cors.policies.shop.paths=/Plain"),
				(context) -> assertThat(settingsAreCaseSensitive(context)).isFalse());
		stack.run(stack.plain, List.of("cors.policies.shop.paths=/Plain"),
				(context) -> assertThat(settingsAreCaseSensitive(context)).isTrue());
	}

	@ParameterizedTest
	@EnumSource
	void startWhenMappingIgnoresCaseShouldReportPathsThatAreEqualThen(Stack stack) {
		List<String> properties = List.of("cors.policies.shop.paths=/Plain", "cors.policies.other.paths=/plain",
				"cors.policies.other.allowed-origins=https://other.example.com");
		stack.run(stack.plain, properties, (context) -> assertThat(findings(context)).isEmpty());
		stack.runner(stack.ignoringCase, properties)
			.run((context) -> assertThat(Start.failure(context.getStartupFailure()).getFindings()).singleElement()
				.extracting(Finding::rule)
				.isEqualTo(Rule.DUPLICATE_PATH));
	}

	@ParameterizedTest
	@EnumSource
	void startWhenThereAreWarningsShouldLogEachOnce(Stack stack, CapturedOutput output) {
		stack.run(stack.plain, List.of("cors.policies.shop.paths=/annotated/**", "cors.policies.shop.max-age=12h"),
				(context) -> assertThat(findings(context)).hasSize(2));
		assertThat(output).containsOnlyOnce("[max-age-above-browser-cap] cors.policies.shop.max-age: \"12h\"")
			.containsOnlyOnce("[cross-origin-annotation-overridden]");
	}

	@ParameterizedTest
	@EnumSource
	void startWhenHandlersTellMoreShouldAskEachSourceOnce(Stack stack) {
		for (Class<?> configuration : List.of(stack.plain, stack.ignoringCase)) {
			AtomicInteger asked = new AtomicInteger();
			CorsPolicySource source = () -> {
				asked.incrementAndGet();
				return List.of();
			};
			stack.runner(configuration, List.of("cors.policies.shop.paths=/annotated/**"))
				.withBean(CorsPolicySource.class, () -> source)
				.run((context) -> {
					assertThat(findings(context)).isNotEmpty();
					assertThat(asked).hasValue(1);
				});
		}
	}

	@ParameterizedTest
	@EnumSource
	void startWhenWarningsFailShouldFailForWhatHandlersShow(Stack stack) {
		stack.runner(stack.plain, List.of("cors.policies.shop.paths=/annotated/**", "cors.fail-on=warning"))
			.run((context) -> assertThat(Start.failure(context.getStartupFailure()).getFindings()).singleElement()
				.extracting(Finding::rule)
				.isEqualTo(Rule.CROSS_ORIGIN_ANNOTATION_OVERRIDDEN));
	}

	@Test
	void startWhenMethodFilterIsRegisteredBehindShouldNameTheRegistration() {
		Stack.SERVLET.run(RegisteredFilter.class, List.of("cors.policies.shop.paths=/plain"),
				(context) -> assertThat(findings(context)).singleElement()
					.extracting(Finding::message)
					.asString()
					.contains("hiddenMethods"));
	}

	@Test
	void startWhenUrlHandlerFilterRunsBehindShouldWarn() {
		List<String> properties = List.of("cors.policies.shop.paths=/plain");
		for (Class<?> filter : List.of(UrlFilter.class, RegisteredUrlFilter.class, LateUrlFilter.class)) {
			Stack.SERVLET.run(filter, properties, (context) -> assertRewriting(findings(context)));
		}
		for (Class<?> filter : List.of(ReactiveUrlFilter.class, LateReactiveUrlFilter.class)) {
			Stack.REACTIVE.run(filter, properties, (context) -> assertRewriting(findings(context)));
		}
	}

	private static void assertRewriting(List<Finding> findings) {
		assertThat(findings).singleElement().satisfies((finding) -> {
			assertThat(finding.rule()).isEqualTo(Rule.PATH_REWRITING_FILTER);
			assertThat(finding.property()).isEqualTo("cors.filter-order");
			assertThat(finding.message()).contains("the filter slashes,");
		});
	}

	@Test
	void startWhenUrlHandlerFilterRunsInFrontShouldFindNothing() {
		List<String> properties = List.of("cors.policies.shop.paths=/plain");
		for (Class<?> filter : List.of(EarlyRegisteredUrlFilter.class, EarlyUrlFilter.class)) {
			Stack.SERVLET.run(filter, properties, (context) -> assertThat(findings(context)).isEmpty());
		}
		Stack.SERVLET.run(UrlFilter.class, List.of("cors.policies.shop.paths=/plain", "cors.filter-order=2147483647"),
				(context) -> assertThat(findings(context)).isEmpty());
		Stack.REACTIVE.run(EarlyReactiveUrlFilter.class, properties,
				(context) -> assertThat(findings(context)).isEmpty());
	}

	@Test
	void startWhenBasePathIsRepeatedShouldSayWhatToWrite() {
		Stack.REACTIVE.run(Stack.REACTIVE.plain,
				List.of("spring.webflux.base-path=/base", "cors.policies.shop.paths=/base/plain"),
				(context) -> assertThat(findings(context)).singleElement()
					.extracting(Finding::advice)
					.isEqualTo("Write \"/plain\"."));
	}

	private static List<Finding> findings(ApplicationContext context) {
		return context.getBean(CorsEngine.class).policySet().findings();
	}

	private static boolean settingsAreCaseSensitive(ApplicationContext context) {
		return context.getBean(CorsEngine.class).policySet().settings().caseSensitivePaths();
	}

	private enum Stack {

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

		private final Class<?> plain;

		private final Class<?> ignoringCase;

		Stack(Class<?> plain, Class<?> ignoringCase) {
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
	static class RegisteredFilter extends Servlet {

		@Bean
		FilterRegistrationBean<HiddenHttpMethodFilter> hiddenMethods() {
			return new FilterRegistrationBean<>(new HiddenHttpMethodFilter());
		}

	}

	private static UrlHandlerFilter slashes() {
		return UrlHandlerFilter.trailingSlashHandler("/**").wrapRequest().build();
	}

	@Configuration(proxyBeanMethods = false)
	static class UrlFilter extends Servlet {

		@Bean("slashes")
		UrlHandlerFilter filter() {
			return slashes();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RegisteredUrlFilter extends Servlet {

		@Bean("slashes")
		FilterRegistrationBean<UrlHandlerFilter> filter() {
			return new FilterRegistrationBean<>(slashes());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LateUrlFilter extends Servlet {

		@Bean("slashes")
		@FilterRegistration(order = 7)
		UrlHandlerFilter filter() {
			return slashes();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class EarlyRegisteredUrlFilter extends UrlFilter {

		@Bean
		FilterRegistrationBean<UrlHandlerFilter> registration(UrlHandlerFilter filter) {
			FilterRegistrationBean<UrlHandlerFilter> registration = new FilterRegistrationBean<>(filter);
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class EarlyUrlFilter extends Servlet {

		@Bean
		@FilterRegistration(order = Ordered.HIGHEST_PRECEDENCE)
		UrlHandlerFilter filter() {
			return slashes();
		}

	}

	private static org.springframework.web.filter.reactive.UrlHandlerFilter reactiveSlashes() {
		return org.springframework.web.filter.reactive.UrlHandlerFilter.trailingSlashHandler("/**")
			.mutateRequest()
			.build();
	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveUrlFilter extends Reactive {

		@Bean("slashes")
		org.springframework.web.filter.reactive.UrlHandlerFilter filter() {
			return reactiveSlashes();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LateReactiveUrlFilter extends Reactive {

		@Bean("slashes")
		@Order(7)
		org.springframework.web.filter.reactive.UrlHandlerFilter filter() {
			return reactiveSlashes();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class EarlyReactiveUrlFilter extends Reactive {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		org.springframework.web.filter.reactive.UrlHandlerFilter filter() {
			return reactiveSlashes();
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
