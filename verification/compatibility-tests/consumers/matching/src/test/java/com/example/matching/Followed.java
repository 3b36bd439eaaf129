package com.example.matching;

import java.lang.reflect.Method;
import java.util.List;
import java.util.function.BiConsumer;

import org.springframework.util.AntPathMatcher;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UrlPathHelper;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Options that policies follow, with spellings of a path that each lets through.
 */
@SuppressWarnings("removal") // Deprecated, and in use.
enum Followed implements WebMvcConfigurer {

	CASE_OF_PARSER("/API/Admin/secret", "/api/admin/%C5%BFecret", "/api/adm%C4%B1n/secret") {

		@Override
		public void configurePathMatch(PathMatchConfigurer configurer) {
			PathPatternParser parser = new PathPatternParser();
			parser.setCaseSensitive(false);
			configurer.setPatternParser(parser);
		}

	},

	CASE_OF_ANT_PATH_MATCHER("/API/Admin/secret", "/api/admin/SECRET") {

		@Override
		public void configurePathMatch(PathMatchConfigurer configurer) {
			AntPathMatcher matcher = new AntPathMatcher();
			matcher.setCaseSensitive(false);
			configurer.setPathMatcher(matcher);
		}

	},

	ANT_PATH_MATCHER(List.of("spring.mvc.pathmatch.matching-strategy=ant_path_matcher"), "/api//admin/secret",
			"/api/admin/secret;x=y"),

	TRAILING_SLASH("/api/admin/secret/") {

		@Override
		public void configurePathMatch(PathMatchConfigurer configurer) {
			switchOn(configurer, "setUseTrailingSlashMatch");
		}

		@Override
		boolean exists() {
			return setter(PathMatchConfigurer.class, "setUseTrailingSlashMatch") != null;
		}

	},

	TRAILING_SLASH_WITH_ANT_PATH_MATCHER(List.of("spring.mvc.pathmatch.matching-strategy=ant_path_matcher"),
			"/api/admin/secret/", "/api/admin/secret/;x=y") {

		@Override
		public void configurePathMatch(PathMatchConfigurer configurer) {
			switchOn(configurer, "setUseTrailingSlashMatch");
		}

		@Override
		boolean exists() {
			return setter(PathMatchConfigurer.class, "setUseTrailingSlashMatch") != null;
		}

	},

	OPTIONAL_SEPARATOR_OF_PARSER("/api/admin/secret/") {

		@Override
		public void configurePathMatch(PathMatchConfigurer configurer) {
			PathPatternParser parser = new PathPatternParser();
			switchOn(parser, "setMatchOptionalTrailingSeparator");
			configurer.setPatternParser(parser);
		}

		@Override
		boolean exists() {
			return setter(PathPatternParser.class, "setMatchOptionalTrailingSeparator") != null;
		}

	},

	/**
	 * The path holds an escape sequence that switches to ASCII, and stands for no letter.
	 */
	CHARSET_OF_REQUEST(
			List.of("spring.mvc.pathmatch.matching-strategy=ant_path_matcher", "server.servlet.encoding.force=false",
					"spring.servlet.encoding.force=false"),
			"/api/admin/sec%1B%28%42ret") {

		@Override
		String contentType() {
			return "text/plain;charset=iso-2022-jp";
		}

	},

	NO_DECODING("/api/admin/secret") {

		@Override
		public void configurePathMatch(PathMatchConfigurer configurer) {
			configurer.setUrlPathHelper(helper(UrlPathHelper::setUrlDecode, false));
		}

	},

	FULL_PATH("/api/admin/secret", "/api/admin/%73ecret") {

		@Override
		public void configurePathMatch(PathMatchConfigurer configurer) {
			configurer.setUrlPathHelper(helper(UrlPathHelper::setAlwaysUseFullPath, true));
		}

	},

	PATH_PREFIX("/prefix/api/admin/secret") {

		@Override
		public void configurePathMatch(PathMatchConfigurer configurer) {
			configurer.addPathPrefix("/prefix", (type) -> true);
		}

		@Override
		String secret() {
			return "/prefix/api/admin/secret";
		}

	},

	SERVLET_PATH(List.of("spring.mvc.servlet.path=/mvc"), "/mvc/api/admin/secret") {

		@Override
		String secret() {
			return "/mvc/api/admin/secret";
		}

	},

	CONTEXT_PATH(List.of("server.servlet.context-path=/shop"), "/shop/api/admin/secret"),

	API_VERSION(List.of("spring.mvc.apiversion.use.path-segment=0", "spring.mvc.apiversion.supported=1.0"),
			"/1/versioned/secret", "/v1.0/versioned/secret", "/1.0.0/versioned/secret") {

		@Override
		String secret() {
			return "/{version}/versioned/secret";
		}

		@Override
		boolean exists() {
			return ClassUtils.isPresent("org.springframework.web.accept.ApiVersionStrategy", null);
		}

	};

	private final List<String> properties;

	private final List<String> spellings;

	Followed(String... spellings) {
		this(List.of(), spellings);
	}

	Followed(List<String> properties, String... spellings) {
		this.properties = properties;
		this.spellings = List.of(spellings);
	}

	List<String> properties() {
		return this.properties;
	}

	/**
	 * Ways to write the handler's path.
	 */
	List<String> spellings() {
		return this.spellings;
	}

	/**
	 * The handler's path as a policy names it.
	 */
	String secret() {
		return "/api/admin/secret";
	}

	/**
	 * What requests say of their body.
	 */
	String contentType() {
		return "text/plain";
	}

	/**
	 * Whether this line of Spring Boot has the option.
	 */
	boolean exists() {
		return true;
	}

	static Method setter(Class<?> type, String name) {
		Method boxed = ReflectionUtils.findMethod(type, name, Boolean.class);
		return (boxed != null) ? boxed : ReflectionUtils.findMethod(type, name, boolean.class);
	}

	static void switchOn(Object target, String setter) {
		ReflectionUtils.invokeMethod(setter(target.getClass(), setter), target, true);
	}

	static UrlPathHelper helper(BiConsumer<UrlPathHelper, Boolean> option, boolean value) {
		UrlPathHelper helper = new UrlPathHelper();
		option.accept(helper, value);
		return helper;
	}

}
