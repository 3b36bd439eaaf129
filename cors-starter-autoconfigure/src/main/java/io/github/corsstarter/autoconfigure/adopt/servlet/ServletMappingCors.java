package io.github.corsstarter.autoconfigure.adopt.servlet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.autoconfigure.adopt.Beans;
import io.github.corsstarter.autoconfigure.adopt.HandlerCors.Handler;
import io.github.corsstarter.autoconfigure.adopt.HandlerCors;
import io.github.corsstarter.autoconfigure.adopt.OtherCors;
import io.github.corsstarter.autoconfigure.adopt.OtherCorsKind;
import io.github.corsstarter.autoconfigure.adopt.OtherCorsSource;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurationSupport;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Reads {@code addCorsMappings} and {@code @CrossOrigin} of Spring MVC.
 */
final class ServletMappingCors implements OtherCorsSource {

	private final ServletSources sources = new ServletSources();

	private final ConfigurableListableBeanFactory beans;

	ServletMappingCors(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public List<OtherCors> read(boolean whole) {
		String name = Beans.overriding(this.beans, "addCorsMappings", CorsRegistry.class, WebMvcConfigurer.class,
				WebMvcConfigurationSupport.class);
		List<OtherCors> all = new ArrayList<>();
		Map<String, AbstractHandlerMapping> mappings = this.beans.getBeansOfType(AbstractHandlerMapping.class);
		for (Map.Entry<String, AbstractHandlerMapping> entry : mappings.entrySet()) {
			CorsConfigurationSource source = entry.getValue().getCorsConfigurationSource();
			if (source != null) {
				all.addAll(this.sources.read(OtherCorsKind.CORS_MAPPINGS,
						name.isEmpty() ? "bean " + entry.getKey() : name, source, whole));
			}
		}
		List<OtherCors> distinct = new ArrayList<>(Beans.distinct(all));
		for (AbstractHandlerMapping mapping : mappings.values()) {
			if (mapping instanceof RequestMappingHandlerMapping handlers) {
				distinct.addAll(read(handlers, whole));
			}
		}
		return distinct;
	}

	private List<OtherCors> read(RequestMappingHandlerMapping mapping, boolean whole) {
		List<Handler> handlers = new ArrayList<>();
		for (var entry : mapping.getHandlerMethods().entrySet()) {
			RequestMappingInfo info = entry.getKey();
			handlers.add(new Handler(entry.getValue(), List.copyOf(info.getPatternValues()),
					info.getMethodsCondition().getMethods()));
		}
		CorsConfigurationSource source = mapping.getCorsConfigurationSource();
		Map<String, CorsConfiguration> table = (source != null) ? this.sources.table(source) : null;
		return new HandlerCors((table != null) ? table : new LinkedHashMap<>(), this.beans::resolveEmbeddedValue)
			.read(handlers, whole);
	}

}
