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

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurationSupport;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Reads {@code addCorsMappings} and {@code @CrossOrigin} of Spring MVC.
 */
final class ServletMappingCors extends ServletOtherCors {

	ServletMappingCors(ConfigurableListableBeanFactory beans, Environment environment) {
		super(beans, environment);
	}

	@Override
	List<OtherCors> find(boolean whole) {
		String name = Beans.overriding(this.beans, "addCorsMappings", CorsRegistry.class, WebMvcConfigurer.class,
				WebMvcConfigurationSupport.class);
		List<OtherCors> all = new ArrayList<>();
		Map<String, AbstractHandlerMapping> mappings = this.beans.getBeansOfType(AbstractHandlerMapping.class);
		mappings.forEach((bean, mapping) -> {
			CorsConfigurationSource source = mapping.getCorsConfigurationSource();
			if (source != null) {
				all.addAll(this.sources.read(OtherCorsKind.CORS_MAPPINGS, name.isEmpty() ? "bean " + bean : name,
						source, whole));
			}
		});
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
		mapping.getHandlerMethods()
			.forEach((info, method) -> handlers.add(new Handler(method, List.copyOf(info.getPatternValues()),
					info.getMethodsCondition().getMethods())));
		CorsConfigurationSource source = mapping.getCorsConfigurationSource();
		Map<String, CorsConfiguration> table = (source != null) ? this.sources.table(source) : null;
		return new HandlerCors((table != null) ? table : new LinkedHashMap<>(), this.beans::resolveEmbeddedValue)
			.read(handlers, whole);
	}

}
