package io.github.corsstarter.autoconfigure.inspect;

import java.util.List;
import java.util.function.Consumer;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.autoconfigure.CorsAutoConfiguration;
import io.github.corsstarter.autoconfigure.FreshLogging;
import io.github.corsstarter.autoconfigure.diagnostics.Start;
import io.github.corsstarter.autoconfigure.reactive.ReactiveCorsAutoConfiguration;
import io.github.corsstarter.autoconfigure.servlet.ServletCorsAutoConfiguration;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.server.PathContainer;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UrlPathHelper;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that every handler mapping is asked how it compares paths, and that policies
 * follow it or do not start.
 */
@ExtendWith(FreshLogging.class)
class PathMatchingTests {

	private final WebApplicationContextRunner servlet = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class, ServletCorsAutoConfiguration.class))
		.withBean("plain", SimpleUrlHandlerMapping.class, SimpleUrlHandlerMapping::new)
		.withPropertyValues("cors.policies.shop.allowed-origins=https://shop.example.com",
				"cors.policies.shop.paths=/Api/**");

	private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class, ReactiveCorsAutoConfiguration.class))
		.withPropertyValues("cors.policies.shop.allowed-origins=https://shop.example.com",
				"cors.policies.shop.paths=/Api/**");

	@ParameterizedTest
	@EnumSource
	void startWhenPoliciesCannotFollowMappingShouldFail(Unsupported mapping) {
		WebApplicationContextRunner runner = this.servlet.withBean("odd", AbstractHandlerMapping.class,
				mapping::create);
		runner.run((context) -> assertThat(Start.failure(context.getStartupFailure()).getFindings()).singleElement()
			.satisfies((finding) -> {
				assertThat(finding.rule()).isEqualTo(Rule.UNSUPPORTED_PATH_MATCHING);
				assertThat(finding.property()).isEqualTo("cors.policies");
				assertThat(finding.message()).contains(mapping.text);
			}));
		runner.withPropertyValues("cors.policies.shop.mode=off").run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void startWhenMappingIsOrdinaryShouldTellCaseApart() {
		this.servlet.withBean("ant", AbstractHandlerMapping.class, () -> ant(new AntPathMatcher())).run((context) -> {
			assertThat(policies(context).settings().caseSensitivePaths()).isTrue();
			assertThat(policies(context).findings()).isEmpty();
		});
		this.reactive
			.withBean(org.springframework.web.reactive.handler.SimpleUrlHandlerMapping.class,
					org.springframework.web.reactive.handler.SimpleUrlHandlerMapping::new)
			.run((context) -> assertThat(policies(context).settings().caseSensitivePaths()).isTrue());
	}

	@Test
	void startWhenOneMappingIgnoresCaseShouldIgnoreItInAllPaths() {
		this.servlet.withBean("ignoring", AbstractHandlerMapping.class, PathMatchingTests::ignoringCase)
			.run((context) -> assertThat(policies(context).settings().caseSensitivePaths()).isFalse());
		this.servlet.withBean("ignoring", AbstractHandlerMapping.class, () -> {
			AntPathMatcher matcher = new AntPathMatcher();
			matcher.setCaseSensitive(false);
			return ant(matcher);
		}).run((context) -> assertThat(policies(context).settings().caseSensitivePaths()).isFalse());
		this.reactive.withBean(org.springframework.web.reactive.handler.SimpleUrlHandlerMapping.class, () -> {
			var mapping = new org.springframework.web.reactive.handler.SimpleUrlHandlerMapping();
			mapping.setUseCaseSensitiveMatch(false);
			return mapping;
		}).run((context) -> assertThat(policies(context).settings().caseSensitivePaths()).isFalse());
	}

	@Test
	void startWhenMappingIgnoresCaseShouldFindAnnotatedHandlersWithoutCase() {
		WebApplicationContextRunner annotated = this.servlet.withBean(AnnotatedController.class)
			.withBean(RequestMappingHandlerMapping.class);
		annotated.run((context) -> assertThat(policies(context).findings()).isEmpty());
		annotated.withBean("ignoring", AbstractHandlerMapping.class, PathMatchingTests::ignoringCase)
			.run((context) -> assertThat(policies(context).findings()).singleElement()
				.extracting(Finding::rule)
				.isEqualTo(Rule.CROSS_ORIGIN_ANNOTATION_OVERRIDDEN));
	}

	@Test
	void refreshWhenFurtherContextIgnoresCaseShouldIgnoreItInAllPaths() {
		this.servlet.run((context) -> {
			try (GenericApplicationContext further = new GenericWebApplicationContext()) {
				further.registerBean(AbstractHandlerMapping.class, PathMatchingTests::ignoringCase);
				further.setParent(context);
				further.refresh();
				assertThat(policies(context).settings().caseSensitivePaths()).isFalse();
			}
		});
	}

	@Test
	void refreshWhenFurtherContextIsNoneOfTheWebShouldNotAskIt() {
		this.servlet.run((context) -> {
			try (GenericApplicationContext further = new GenericApplicationContext()) {
				further.registerBean(AbstractHandlerMapping.class, PathMatchingTests::ignoringCase);
				further.setParent(context);
				further.refresh();
				assertThat(policies(context).settings().caseSensitivePaths()).isTrue();
			}
		});
	}

	private static CorsPolicySet policies(ApplicationContext context) {
		return context.getBean(CorsEngine.class).policySet();
	}

	private static AbstractHandlerMapping ignoringCase() {
		PathPatternParser parser = new PathPatternParser();
		parser.setCaseSensitive(false);
		SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping();
		mapping.setPatternParser(parser);
		return mapping;
	}

	@SuppressWarnings("removal")
	private static AbstractHandlerMapping ant(AntPathMatcher matcher) {
		SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping();
		mapping.setPatternParser(null);
		mapping.setPathMatcher(matcher);
		return mapping;
	}

	private static AbstractHandlerMapping ant(Consumer<AntPathMatcher> option) {
		AntPathMatcher matcher = new AntPathMatcher();
		option.accept(matcher);
		return ant(matcher);
	}

	/**
	 * Mappings that map more, or other, paths than policies know.
	 */
	enum Unsupported {

		SEPARATOR("separator") {

			@Override
			AbstractHandlerMapping create() {
				PathPatternParser parser = new PathPatternParser();
				parser.setPathOptions(PathContainer.Options.MESSAGE_ROUTE);
				SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping();
				mapping.setPatternParser(parser);
				return mapping;
			}

		},

		ANT_SEPARATOR("separator") {

			@Override
			AbstractHandlerMapping create() {
				return ant((matcher) -> matcher.setPathSeparator("."));
			}

		},

		TRIMMED_TOKENS("trimTokens") {

			@Override
			AbstractHandlerMapping create() {
				return ant((matcher) -> matcher.setTrimTokens(true));
			}

		},

		PATH_PARAMETERS("removeSemicolonContent") {

			@Override
			@SuppressWarnings("removal")
			AbstractHandlerMapping create() {
				UrlPathHelper helper = new UrlPathHelper();
				helper.setRemoveSemicolonContent(false);
				AbstractHandlerMapping mapping = ant(new AntPathMatcher());
				mapping.setUrlPathHelper(helper);
				return mapping;
			}

		},

		CHARSET("defaultEncoding") {

			@Override
			@SuppressWarnings("removal")
			AbstractHandlerMapping create() {
				UrlPathHelper helper = new UrlPathHelper();
				helper.setDefaultEncoding("ISO-2022-JP");
				AbstractHandlerMapping mapping = ant(new AntPathMatcher());
				mapping.setUrlPathHelper(helper);
				return mapping;
			}

		},

		SUFFIXES("useSuffixPatternMatch") {

			@Override
			AbstractHandlerMapping create() {
				return new MappingOfSuffixes();
			}

		};

		private final String text;

		Unsupported(String text) {
			this.text = text;
		}

		abstract AbstractHandlerMapping create();

	}

	/**
	 * Tells what request mapping of Framework 6 can tell.
	 */
	static final class MappingOfSuffixes extends SimpleUrlHandlerMapping {

		@SuppressWarnings("removal")
		MappingOfSuffixes() {
			setPatternParser(null);
		}

		public boolean useSuffixPatternMatch() {
			return true;
		}

	}

	@CrossOrigin
	@org.springframework.stereotype.Controller
	static final class AnnotatedController {

		@GetMapping("/API/annotated")
		List<String> list() {
			return List.of();
		}

	}

}
