package io.github.corsstarter.autoconfigure.inspect;

import java.util.List;

import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.Rule;
import org.junit.jupiter.api.Test;

import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.HiddenHttpMethodFilter;
import org.springframework.web.filter.UrlHandlerFilter;

import static io.github.corsstarter.autoconfigure.inspect.InspectedStack.REACTIVE;
import static io.github.corsstarter.autoconfigure.inspect.InspectedStack.SERVLET;
import static io.github.corsstarter.autoconfigure.inspect.InspectedStack.findings;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Filters that change requests behind the check of their policies.
 */
class FilterInspectionTests {

	@Test
	void startWhenMethodFilterIsRegisteredBehindShouldNameTheRegistration() {
		SERVLET.run(RegisteredFilter.class, List.of("cors.policies.shop.paths=/plain"),
				(context) -> assertThat(findings(context)).singleElement()
					.extracting(Finding::message)
					.asString()
					.contains("hiddenMethods"));
	}

	@Test
	void startWhenUrlHandlerFilterRunsBehindShouldWarn() {
		List<String> properties = List.of("cors.policies.shop.paths=/plain");
		for (Class<?> filter : List.of(UrlFilter.class, RegisteredUrlFilter.class, LateUrlFilter.class)) {
			SERVLET.run(filter, properties, (context) -> assertRewriting(findings(context)));
		}
		for (Class<?> filter : List.of(ReactiveUrlFilter.class, LateReactiveUrlFilter.class)) {
			REACTIVE.run(filter, properties, (context) -> assertRewriting(findings(context)));
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
			SERVLET.run(filter, properties, (context) -> assertThat(findings(context)).isEmpty());
		}
		SERVLET.run(UrlFilter.class, List.of("cors.policies.shop.paths=/plain", "cors.filter-order=2147483647"),
				(context) -> assertThat(findings(context)).isEmpty());
		REACTIVE.run(EarlyReactiveUrlFilter.class, properties, (context) -> assertThat(findings(context)).isEmpty());
	}

	@Configuration(proxyBeanMethods = false)
	static class RegisteredFilter extends InspectedStack.Servlet {

		@Bean
		FilterRegistrationBean<HiddenHttpMethodFilter> hiddenMethods() {
			return new FilterRegistrationBean<>(new HiddenHttpMethodFilter());
		}

	}

	private static UrlHandlerFilter slashes() {
		return UrlHandlerFilter.trailingSlashHandler("/**").wrapRequest().build();
	}

	@Configuration(proxyBeanMethods = false)
	static class UrlFilter extends InspectedStack.Servlet {

		@Bean("slashes")
		UrlHandlerFilter filter() {
			return slashes();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RegisteredUrlFilter extends InspectedStack.Servlet {

		@Bean("slashes")
		FilterRegistrationBean<UrlHandlerFilter> filter() {
			return new FilterRegistrationBean<>(slashes());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LateUrlFilter extends InspectedStack.Servlet {

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
	static class EarlyUrlFilter extends InspectedStack.Servlet {

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
	static class ReactiveUrlFilter extends InspectedStack.Reactive {

		@Bean("slashes")
		org.springframework.web.filter.reactive.UrlHandlerFilter filter() {
			return reactiveSlashes();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LateReactiveUrlFilter extends InspectedStack.Reactive {

		@Bean("slashes")
		@Order(7)
		org.springframework.web.filter.reactive.UrlHandlerFilter filter() {
			return reactiveSlashes();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class EarlyReactiveUrlFilter extends InspectedStack.Reactive {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		org.springframework.web.filter.reactive.UrlHandlerFilter filter() {
			return reactiveSlashes();
		}

	}

}
