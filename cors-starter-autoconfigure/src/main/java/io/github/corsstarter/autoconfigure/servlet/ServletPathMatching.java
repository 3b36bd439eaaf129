package io.github.corsstarter.autoconfigure.servlet;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.autoconfigure.inspect.PathMatching;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.http.server.PathContainer;
import org.springframework.util.PathMatcher;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Asks Spring MVC's handler mappings how they compare paths. A slash at the end needs no
 * question: it is always left out, too.
 */
final class ServletPathMatching {

	private ServletPathMatching() {
	}

	static PathMatching of(ListableBeanFactory beans) {
		return beans.getBeanProvider(AbstractHandlerMapping.class)
			.stream()
			.map(ServletPathMatching::of)
			.reduce(PathMatching.DEFAULT, PathMatching::and);
	}

	private static PathMatching of(AbstractHandlerMapping mapping) {
		PathPatternParser parser = mapping.getPatternParser();
		if (parser == null) {
			return ofPathMatcher(mapping);
		}
		boolean slashes = parser.getPathOptions().separator() == PathContainer.Options.HTTP_PATH.separator();
		return new PathMatching(parser.isCaseSensitive(),
				slashes ? List.of() : List.of("a path separator other than the slash"));
	}

	/**
	 * Finds out by trying what a path matcher tells nobody.
	 */
	@SuppressWarnings("removal") // Deprecated in Framework 7, and in use.
	private static PathMatching ofPathMatcher(AbstractHandlerMapping mapping) {
		PathMatcher matcher = mapping.getPathMatcher();
		List<String> unsupported = new ArrayList<>();
		if (matcher.match("/a", "/ a")) {
			unsupported.add("white space around a segment that does not count (trimTokens)");
		}
		if (!matcher.match("/*/b", "/a/b") || matcher.match("/*", "/a/b")) {
			unsupported.add("a path separator other than the slash");
		}
		if (!mapping.getUrlPathHelper().shouldRemoveSemicolonContent()) {
			unsupported.add("path parameters that count without PathPattern (removeSemicolonContent)");
		}
		if (matchesSuffixes(mapping)) {
			unsupported.add("any suffix of a path (useSuffixPatternMatch)");
		}
		return new PathMatching(!matcher.match("/a", "/A"), unsupported);
	}

	/**
	 * Whether {@code /orders} is mapped for {@code /orders.json}, too. Framework 7 knows
	 * no such thing any more.
	 */
	private static boolean matchesSuffixes(AbstractHandlerMapping mapping) {
		Method method = ReflectionUtils.findMethod(mapping.getClass(), "useSuffixPatternMatch");
		if (method == null) {
			return false;
		}
		ReflectionUtils.makeAccessible(method);
		return Boolean.TRUE.equals(ReflectionUtils.invokeMethod(method, mapping));
	}

}
