package io.github.corsstarter.autoconfigure.diagnostics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.corsstarter.autoconfigure.inspect.ApplicationFacts.FrontRoute;
import io.github.corsstarter.autoconfigure.inspect.ApplicationInspector;
import io.github.corsstarter.autoconfigure.inspect.PathMatching;
import io.github.corsstarter.policy.CorsPolicySource;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.HiddenHttpMethodFilter;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UrlPathHelper;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code docs/rules.md} says about each rule is what happens.
 */
class RulesPageTests {

	// What an application.yml cannot say of an application.
	private static final Map<String, Class<?>> APPLICATIONS = Map.of("method-override-filter",
			HiddenMethodConfiguration.class, "path-rewriting-filter", UrlHandlerConfiguration.class,
			"cross-origin-annotation-overridden", AnnotatedConfiguration.class, "other-cors-configuration",
			WebConfiguration.class, "narrows-configured-path", TenantConfiguration.class, "unsupported-path-matching",
			PathParameterConfiguration.class, "ungoverned-route", RouteConfiguration.class);

	// What is found about policies from code stops no start.
	private static final Set<String> RULES_OF_CODE = Set.of("narrows-configured-path");

	@Test
	void pageWhenHeldAgainstTheCodeShouldHaveEachRuleOnce() {
		assertThat(sections().stream().map(RulesPage.Section::rule))
			.containsExactlyInAnyOrderElementsOf(Arrays.stream(Rule.values()).map(Rule::id).toList());
	}

	@ParameterizedTest
	@MethodSource("sections")
	void startWhenExampleIsBadShouldPrintTheReport(RulesPage.Section section) {
		Start start = start(section, section.bad()).property("cors.fail-on=warning");
		assertThat(RULES_OF_CODE.contains(section.rule())
				? FindingReport.of(start.findings()).replace(System.lineSeparator(), "\n") : start.report())
			.isEqualTo(section.report() + "\n    " + address(section));
	}

	@ParameterizedTest
	@MethodSource("sections")
	void logWhenExampleIsBadShouldEndWithTheAddressOfItsSection(RulesPage.Section section) {
		assertThat(start(section, section.bad()).property("cors.fail-on=warning").findings()).isNotEmpty()
			.allSatisfy((finding) -> assertThat(finding.toString()).endsWith(" " + address(section)));
	}

	private static String address(RulesPage.Section section) {
		String address = Rule.valueOf(section.rule().toUpperCase(Locale.ROOT).replace('-', '_')).address();
		assertThat(address).startsWith("https://").endsWith("/docs/rules.md#" + section.rule()).doesNotContain("$");
		return address;
	}

	@ParameterizedTest
	@MethodSource("sections")
	void startWhenExampleIsPutRightShouldNotFindTheRuleBroken(RulesPage.Section section) {
		start(section, section.good()).run((context) -> assertThat(context).hasNotFailed());
		assertThat(start(section, section.good()).findings())
			.noneMatch((finding) -> finding.rule().id().equals(section.rule()));
	}

	private static List<RulesPage.Section> sections() {
		return RulesPage.sections();
	}

	private static Start start(RulesPage.Section section, String yaml) {
		Start start = Start.with(yaml)
			.property("LONG_NAME=" + "a".repeat(5000))
			.property("SHORT_NAME=" + "a".repeat(5));
		Class<?> application = APPLICATIONS.get(section.rule());
		return (application != null) ? start.configuration(application) : start;
	}

	@Configuration(proxyBeanMethods = false)
	static final class HiddenMethodConfiguration {

		@Bean
		HiddenHttpMethodFilter hiddenHttpMethodFilter() {
			return new OrderedHiddenMethodFilter();
		}

	}

	static final class OrderedHiddenMethodFilter extends HiddenHttpMethodFilter implements Ordered {

		@Override
		public int getOrder() {
			return -10000;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static final class UrlHandlerConfiguration {

		@Bean
		FilterRegistrationBean<UrlHandlerFilter> urlHandlerFilter() {
			FilterRegistrationBean<UrlHandlerFilter> registration = new FilterRegistrationBean<>(
					UrlHandlerFilter.trailingSlashHandler("/**").wrapRequest().build());
			registration.setOrder(-10000);
			return registration;
		}

	}

	/**
	 * Routes of Netty are found in reactive applications; here stands in what tells of
	 * them.
	 */
	@Configuration(proxyBeanMethods = false)
	static final class RouteConfiguration implements ApplicationInspector {

		@Override
		public PathMatching pathMatching() {
			return PathMatching.DEFAULT;
		}

		@Override
		public PathMatching pathMatching(ApplicationContext context) {
			return PathMatching.DEFAULT;
		}

		@Override
		public String methodOverrideFilter(int order) {
			return "";
		}

		@Override
		public String pathRewritingFilter(int order) {
			return "";
		}

		@Override
		public List<FrontRoute> frontRoutes() {
			return List.of(new FrontRoute("RSocket (spring.rsocket.server.mapping-path)", "/api/live"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static final class TenantConfiguration {

		@Bean
		CorsPolicySource tenants() {
			return () -> List.of(CorsPolicySpec.named("acme")
				.paths("/tenants/acme/**")
				.allowedOrigins("https://acme.example.com")
				.build());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebMvc
	@Import(OrderController.class)
	static final class AnnotatedConfiguration {

	}

	@Configuration("webConfiguration")
	@EnableWebMvc
	static class WebConfiguration implements WebMvcConfigurer {

		@Override
		public void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/api/**").allowedOrigins("https://stock.example.com");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebMvc
	static class PathParameterConfiguration implements WebMvcConfigurer {

		private final Environment environment;

		PathParameterConfiguration(Environment environment) {
			this.environment = environment;
		}

		@Override
		@SuppressWarnings("removal")
		public void configurePathMatch(PathMatchConfigurer configurer) {
			UrlPathHelper helper = new UrlPathHelper();
			helper.setRemoveSemicolonContent(false);
			configurer.setUrlPathHelper(helper);
			// Setting a helper prefers AntPathMatcher, unless PathPattern is asked for.
			if (!"ant_path_matcher".equals(this.environment.getProperty("spring.mvc.pathmatch.matching-strategy"))) {
				configurer.setPatternParser(new PathPatternParser());
			}
		}

	}

	@RestController
	static final class OrderController {

		@CrossOrigin
		@GetMapping("/api/orders")
		String list() {
			return "";
		}

	}

}
