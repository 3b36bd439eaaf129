package com.example.matching;

import org.springframework.http.server.PathContainer;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UrlPathHelper;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Options that let through more than policies can name.
 */
@SuppressWarnings("removal") // Deprecated, and in use.
enum Unsupported implements WebMvcConfigurer {

	PATH_PARAMETERS {

		@Override
		public void configurePathMatch(PathMatchConfigurer configurer) {
			configurer.setUrlPathHelper(Followed.helper(UrlPathHelper::setRemoveSemicolonContent, false));
		}

	},

	CHARSET {

		@Override
		public void configurePathMatch(PathMatchConfigurer configurer) {
			UrlPathHelper helper = new UrlPathHelper();
			helper.setDefaultEncoding("ISO-2022-JP");
			configurer.setUrlPathHelper(helper);
		}

	},

	SUFFIXES {

		@Override
		public void configurePathMatch(PathMatchConfigurer configurer) {
			Followed.switchOn(configurer, "setUseSuffixPatternMatch");
		}

		@Override
		boolean exists() {
			return Followed.setter(PathMatchConfigurer.class, "setUseSuffixPatternMatch") != null;
		}

	},

	REGISTERED_SUFFIXES {

		@Override
		public void configurePathMatch(PathMatchConfigurer configurer) {
			Followed.switchOn(configurer, "setUseRegisteredSuffixPatternMatch");
		}

		@Override
		boolean exists() {
			return Followed.setter(PathMatchConfigurer.class, "setUseRegisteredSuffixPatternMatch") != null;
		}

	},

	TRIMMED_TOKENS {

		@Override
		public void configurePathMatch(PathMatchConfigurer configurer) {
			AntPathMatcher matcher = new AntPathMatcher();
			matcher.setTrimTokens(true);
			configurer.setPathMatcher(matcher);
		}

	},

	SEPARATOR_OF_ANT_PATH_MATCHER {

		@Override
		public void configurePathMatch(PathMatchConfigurer configurer) {
			configurer.setPathMatcher(new AntPathMatcher("."));
		}

	},

	SEPARATOR_OF_PARSER {

		@Override
		public void configurePathMatch(PathMatchConfigurer configurer) {
			PathPatternParser parser = new PathPatternParser();
			parser.setPathOptions(PathContainer.Options.MESSAGE_ROUTE);
			configurer.setPatternParser(parser);
		}

	};

	/**
	 * Whether this line of Spring Boot has the option.
	 */
	boolean exists() {
		return true;
	}

}
