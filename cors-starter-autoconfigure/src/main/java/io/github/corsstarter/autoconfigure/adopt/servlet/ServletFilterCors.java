package io.github.corsstarter.autoconfigure.adopt.servlet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.corsstarter.autoconfigure.adopt.Fields;
import io.github.corsstarter.autoconfigure.adopt.OtherCors;
import io.github.corsstarter.autoconfigure.adopt.OtherCorsKind;
import io.github.corsstarter.autoconfigure.adopt.Patterns;
import io.github.corsstarter.autoconfigure.adopt.Scope;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.env.Environment;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Reads beans of servlet applications that are CORS filters or sources for these.
 */
final class ServletFilterCors extends ServletOtherCors {

	ServletFilterCors(ConfigurableListableBeanFactory beans, Environment environment) {
		super(beans, environment);
	}

	@Override
	List<OtherCors> find(boolean whole) {
		List<OtherCors> all = new ArrayList<>();
		Set<CorsFilter> registered = new HashSet<>();
		for (String name : this.beans.getBeanNamesForType(FilterRegistrationBean.class)) {
			if (this.beans.getBean(name) instanceof FilterRegistrationBean<?> registration
					&& registration.getFilter() instanceof CorsFilter filter) {
				registered.add(filter);
				if (registration.isEnabled()) {
					all.addAll(read(name, filter, registration.getUrlPatterns(), whole));
				}
			}
		}
		this.beans.getBeansOfType(CorsFilter.class).forEach((name, filter) -> {
			if (!registered.contains(filter)) {
				all.addAll(read(name, filter, List.of(), whole));
			}
		});
		for (String name : this.beans.getBeanNamesForType(CorsConfigurationSource.class, false, false)) {
			if (this.beans.getBean(name) instanceof CorsConfigurationSource source && !isSpringMvc(source)) {
				all.addAll(this.sources.read(OtherCorsKind.CORS_CONFIGURATION_SOURCE, "bean " + name, source, whole));
			}
		}
		return all;
	}

	private List<OtherCors> read(String name, CorsFilter filter, Collection<String> urlPatterns, boolean whole) {
		List<OtherCors> read = this.sources.read(OtherCorsKind.CORS_FILTER, "bean " + name,
				Fields.find(filter, CorsConfigurationSource.class), whole);
		return Scope.of(Patterns.ofServlet(urlPatterns)).narrow(read);
	}

	/**
	 * Whether the source is a handler of Spring MVC, which answers for itself, or its
	 * look at the handler mappings.
	 */
	static boolean isSpringMvc(CorsConfigurationSource source) {
		return source instanceof HttpRequestHandler
				|| source.getClass().getName().startsWith("org.springframework.web.servlet.");
	}

}
