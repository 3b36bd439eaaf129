package io.github.corsstarter.autoconfigure.adopt.reactive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.autoconfigure.adopt.Beans;
import io.github.corsstarter.autoconfigure.adopt.Fields;
import io.github.corsstarter.autoconfigure.adopt.HandlerCors.Handler;
import io.github.corsstarter.autoconfigure.adopt.HandlerCors;
import io.github.corsstarter.autoconfigure.adopt.OtherCors;
import io.github.corsstarter.autoconfigure.adopt.OtherCorsKind;
import io.github.corsstarter.autoconfigure.adopt.OtherCorsSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.reactive.config.CorsRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurationSupport;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.handler.AbstractHandlerMapping;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Reads {@code addCorsMappings} and {@code @CrossOrigin} of Spring WebFlux.
 */
final class ReactiveMappingCors implements OtherCorsSource {

	/**
	 * Takes over what stands in properties, which are read as such.
	 */
	private static final String GATEWAY = "org.springframework.cloud.gateway.";

	private final ReactiveSources sources = new ReactiveSources();

	private final ConfigurableListableBeanFactory beans;

	ReactiveMappingCors(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public List<OtherCors> read(boolean whole) {
		String name = Beans.overriding(this.beans, "addCorsMappings", CorsRegistry.class, WebFluxConfigurer.class,
				WebFluxConfigurationSupport.class);
		List<OtherCors> all = new ArrayList<>();
		List<OtherCors> annotated = new ArrayList<>();
		this.beans.getBeansOfType(AbstractHandlerMapping.class).forEach((bean, mapping) -> {
			CorsConfigurationSource source = Fields.find(mapping, CorsConfigurationSource.class);
			if (source != null && !mapping.getClass().getName().startsWith(GATEWAY)) {
				all.addAll(this.sources.read(OtherCorsKind.CORS_MAPPINGS, name.isEmpty() ? "bean " + bean : name,
						source, whole));
			}
			if (mapping instanceof RequestMappingHandlerMapping handlers) {
				annotated.addAll(read(handlers, source, whole));
			}
		});
		List<OtherCors> distinct = new ArrayList<>(Beans.distinct(all));
		distinct.addAll(annotated);
		return distinct;
	}

	private List<OtherCors> read(RequestMappingHandlerMapping mapping, @Nullable CorsConfigurationSource source,
			boolean whole) {
		List<Handler> handlers = new ArrayList<>();
		mapping.getHandlerMethods().forEach((info, method) -> {
			List<String> patterns = info.getPatternsCondition()
				.getPatterns()
				.stream()
				.map(PathPattern::getPatternString)
				.toList();
			handlers.add(new Handler(method, patterns, info.getMethodsCondition().getMethods()));
		});
		Map<String, CorsConfiguration> table = (source != null) ? this.sources.table(source) : null;
		return new HandlerCors((table != null) ? table : new LinkedHashMap<>(), this.beans::resolveEmbeddedValue)
			.read(handlers, whole);
	}

}
