package io.github.corsstarter.autoconfigure.servlet;

import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.corsstarter.autoconfigure.inspect.PathMatching;

import org.jspecify.annotations.Nullable;

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

	/**
	 * Charsets by which an octet of ASCII always stands for itself. What else they differ
	 * in from UTF-8 the server itself refuses in a path. The second is Spring's default.
	 */
	private static final Set<Charset> LIKE_UTF_8 = Set.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1,
			StandardCharsets.US_ASCII);

	private ServletPathMatching() {
	}

	static PathMatching of(ListableBeanFactory beans) {
		PathMatching all = PathMatching.DEFAULT;
		for (AbstractHandlerMapping mapping : beans.getBeanProvider(AbstractHandlerMapping.class)) {
			all = all.and(of(mapping));
		}
		return all;
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
		if (invoke(mapping.getUrlPathHelper(), "getDefaultEncoding") instanceof String charset
				&& !LIKE_UTF_8.contains(Charset.forName(charset))) {
			unsupported.add("paths decoded in a charset of their own (defaultEncoding)");
		}
		if (Boolean.TRUE.equals(invoke(mapping, "useSuffixPatternMatch"))) {
			unsupported.add("any suffix of a path (useSuffixPatternMatch)");
		}
		return new PathMatching(!matcher.match("/a", "/A"), unsupported);
	}

	/**
	 * Asks for what is protected, or what Framework 7 knows no more.
	 * @return the answer, or {@code null} where there is no such method
	 */
	private static @Nullable Object invoke(Object target, String name) {
		Method method = ReflectionUtils.findMethod(target.getClass(), name);
		if (method == null) {
			return null;
		}
		ReflectionUtils.makeAccessible(method);
		return ReflectionUtils.invokeMethod(method, target);
	}

}
