package io.github.corsstarter.autoconfigure.adopt;

import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.StringValueResolver;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.method.HandlerMethod;

/**
 * Reads {@code @CrossOrigin} as both web stacks do: the annotation of the method adds to
 * that of the class, and both add to the mapping for the path.
 */
public final class HandlerCors {

	private final Map<String, CorsConfiguration> mappings;

	private final StringValueResolver resolver;

	/**
	 * Creates a reader.
	 * @param mappings the configuration of the mapping, by path pattern
	 * @param resolver resolves placeholders in annotations
	 */
	public HandlerCors(Map<String, CorsConfiguration> mappings, StringValueResolver resolver) {
		this.mappings = mappings;
		this.resolver = resolver;
	}

	/**
	 * Reads handlers.
	 * @param handlers all handlers of a mapping
	 * @param whole whether to tell of handlers without an annotation, too, that an
	 * annotated one's path takes in
	 * @return one entry for each handler and path pattern, sorted by pattern and source
	 */
	public List<OtherCors> read(List<Handler> handlers, boolean whole) {
		List<OtherCors> annotated = new ArrayList<>();
		for (Handler handler : handlers) {
			if (handler.isAnnotated()) {
				handler.patterns().forEach((pattern) -> annotated.add(read(handler, pattern)));
			}
		}
		List<OtherCors> all = new ArrayList<>(annotated);
		for (Handler handler : (whole && !annotated.isEmpty()) ? handlers : List.<Handler>of()) {
			for (String pattern : handler.isAnnotated() ? List.<String>of() : handler.patterns()) {
				if (annotated.stream().anyMatch((other) -> Patterns.covers(other.pattern(), pattern))) {
					all.add(read(handler, pattern));
				}
			}
		}
		if (!all.isEmpty()) {
			// Reflection has no order.
			all.sort(Comparator.comparing(OtherCors::pattern).thenComparing(OtherCors::source));
		}
		return all;
	}

	private OtherCors read(Handler handler, String pattern) {
		String covering = Patterns.firstCovering(this.mappings.keySet(), pattern);
		CorsConfiguration mapped = (covering != null) ? this.mappings.get(covering) : null;
		CorsConfiguration own = handler.isAnnotated() ? read(handler) : null;
		CorsConfiguration effective = (mapped != null) ? mapped.combine(own) : own;
		if (effective == null) {
			return OtherCors.none(OtherCorsKind.CROSS_ORIGIN, handler.name(), pattern);
		}
		return OtherCors.of(OtherCorsKind.CROSS_ORIGIN, handler.name(), pattern, mappedMethods(effective, handler));
	}

	/**
	 * Leaves out the methods that lead to other handlers, or to none.
	 */
	private static CorsConfiguration mappedMethods(CorsConfiguration configuration, Handler handler) {
		List<String> mapped = handler.methods().stream().map(RequestMethod::name).sorted().toList();
		List<String> allowed = configuration.getAllowedMethods();
		if (mapped.isEmpty()) {
			return configuration;
		}
		CorsConfiguration narrowed = new CorsConfiguration(configuration);
		boolean any = allowed != null && allowed.contains(CorsConfiguration.ALL);
		List<String> methods = (allowed != null) ? allowed : List.of("GET", "HEAD");
		narrowed.setAllowedMethods(any ? mapped : mapped.stream().filter(methods::contains).toList());
		return narrowed;
	}

	private CorsConfiguration read(Handler handler) {
		CorsConfiguration configuration = new CorsConfiguration();
		add(handler.typeAnnotation(), configuration);
		add(handler.methodAnnotation(), configuration);
		List<String> methods = configuration.getAllowedMethods();
		if (methods == null || methods.isEmpty()) {
			handler.methods().forEach((method) -> configuration.addAllowedMethod(method.name()));
		}
		return configuration.applyPermitDefaultValues();
	}

	private void add(@Nullable CrossOrigin annotation, CorsConfiguration configuration) {
		if (annotation == null) {
			return;
		}
		for (String origin : annotation.origins()) {
			configuration.addAllowedOrigin(resolve(origin));
		}
		for (String pattern : annotation.originPatterns()) {
			configuration.addAllowedOriginPattern(resolve(pattern));
		}
		for (RequestMethod method : annotation.methods()) {
			configuration.addAllowedMethod(method.name());
		}
		for (String header : annotation.allowedHeaders()) {
			configuration.addAllowedHeader(resolve(header));
		}
		for (String header : annotation.exposedHeaders()) {
			configuration.addExposedHeader(resolve(header));
		}
		String credentials = resolve(annotation.allowCredentials());
		if (!credentials.isEmpty()) {
			configuration.setAllowCredentials("true".equalsIgnoreCase(credentials));
		}
		if (annotation.maxAge() >= 0) {
			configuration.setMaxAge(annotation.maxAge());
		}
	}

	private String resolve(String value) {
		String resolved = this.resolver.resolveStringValue(value);
		return (resolved != null) ? resolved : "";
	}

	/**
	 * A handler method.
	 *
	 * @param method the method
	 * @param patterns what it is mapped to
	 * @param methods the methods of requests that lead to it; all where empty
	 */
	public record Handler(HandlerMethod method, List<String> patterns, Set<RequestMethod> methods) {

		boolean isAnnotated() {
			return typeAnnotation() != null || methodAnnotation() != null;
		}

		@Nullable CrossOrigin typeAnnotation() {
			return find(this.method.getBeanType());
		}

		@Nullable CrossOrigin methodAnnotation() {
			return find(this.method.getMethod());
		}

		private static @Nullable CrossOrigin find(AnnotatedElement element) {
			return AnnotatedElementUtils.findMergedAnnotation(element, CrossOrigin.class);
		}

		/**
		 * Returns the class where the annotation stands on it, and otherwise the method.
		 */
		String name() {
			String type = this.method.getBeanType().getSimpleName();
			return (typeAnnotation() != null && methodAnnotation() == null) ? type
					: type + "#" + this.method.getMethod().getName();
		}

	}

}
