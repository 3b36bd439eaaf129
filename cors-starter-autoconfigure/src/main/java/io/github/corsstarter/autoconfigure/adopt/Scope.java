package io.github.corsstarter.autoconfigure.adopt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The paths that a filter is asked for.
 *
 * @param patterns the path patterns, all paths where there are none, or {@code null}
 * where they cannot be read
 */
public record Scope(@Nullable List<String> patterns) {

	/** The scope of a filter that does not tell its own. */
	public static final Scope UNREAD = new Scope(null);

	private static final Set<String> ANY = Set.of("org.springframework.security.web.util.matcher.AnyRequestMatcher",
			"org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers$");

	/** What matchers of paths alone say beside the paths. */
	private static final Set<String> WORDS = Set.of("Or", "Ant", "PathPattern", "pattern=",
			"OrServerWebExchangeMatcher", "PathMatcherServerWebExchangeMatcher", "matchers=", "method=null");

	/**
	 * Creates a scope of path patterns.
	 * @param patterns the patterns, all paths where there are none
	 * @return the scope
	 */
	public static Scope of(List<String> patterns) {
		return new Scope(patterns);
	}

	/**
	 * Reads what a request matcher of Spring Security says of itself: the classes differ
	 * from release to release, the text hardly does.
	 * @param matcher the request matcher
	 * @return the scope, unread where the matcher looks at more than the path
	 */
	public static Scope ofMatcher(Object matcher) {
		if (ANY.stream().anyMatch(matcher.getClass().getName()::startsWith)) {
			return of(List.of());
		}
		List<String> patterns = new ArrayList<>();
		for (String token : StringUtils.tokenizeToStringArray(matcher.toString(), "[]{}', ")) {
			if (token.startsWith("/")) {
				patterns.add(token);
			}
			else if (!WORDS.contains(token)) {
				return UNREAD;
			}
		}
		return patterns.isEmpty() ? UNREAD : of(patterns);
	}

	/**
	 * Narrows configuration to the scope.
	 * @param all the configuration
	 * @return the configuration for the paths in the scope, unread where they cannot be
	 * told
	 */
	public List<OtherCors> narrow(List<OtherCors> all) {
		if (this.patterns != null && this.patterns.isEmpty()) {
			return all;
		}
		List<OtherCors> narrowed = new ArrayList<>();
		for (OtherCors other : all) {
			List<String> common = (this.patterns != null) ? common(this.patterns, other.pattern()) : null;
			if (common == null) {
				narrowed.add(OtherCors.unread(other.kind(), other.source(),
						"holds only for requests that cannot be told by their path"));
			}
			else {
				common.forEach((pattern) -> narrowed.add(other.at(pattern)));
			}
		}
		return narrowed;
	}

	private static @Nullable List<String> common(List<String> patterns, String pattern) {
		List<String> common = new ArrayList<>();
		for (String candidate : patterns) {
			String narrower = Patterns.narrower(pattern, candidate);
			if (narrower != null) {
				common.add(narrower);
			}
			else if (Patterns.meet(pattern, candidate)) {
				return null;
			}
		}
		return common;
	}

}
