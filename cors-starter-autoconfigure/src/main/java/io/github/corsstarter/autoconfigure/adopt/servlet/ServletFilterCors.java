package io.github.corsstarter.autoconfigure.adopt.servlet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.corsstarter.autoconfigure.adopt.Fields;
import io.github.corsstarter.autoconfigure.adopt.OtherCors;
import io.github.corsstarter.autoconfigure.adopt.OtherCorsKind;
import io.github.corsstarter.autoconfigure.adopt.OtherCorsSource;
import io.github.corsstarter.autoconfigure.adopt.Patterns;
import io.github.corsstarter.autoconfigure.adopt.Scope;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Reads beans of servlet applications that are CORS filters or sources for these.
 */
final class ServletFilterCors implements OtherCorsSource {

	private final ServletSources sources = new ServletSources();

	private final ConfigurableListableBeanFactory beans;

	ServletFilterCors(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public List<OtherCors> read(boolean whole) {
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
		for (Map.Entry<String, CorsFilter> entry : this.beans.getBeansOfType(CorsFilter.class).entrySet()) {
			if (!registered.contains(entry.getValue())) {
				all.addAll(read(entry.getKey(), entry.getValue(), List.of(), whole));
			}
		}
		for (String name : this.beans.getBeanNamesForType(CorsConfigurationSource.class, false, false)) {
			// That of Spring MVC is made when it is asked for, which nobody may have
			// done.
			Class<?> type = this.beans.getType(name);
			if ((type == null || !isSpringMvc(type))
					&& this.beans.getBean(name) instanceof CorsConfigurationSource source
					&& !isSpringMvc(source.getClass())) {
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
	static boolean isSpringMvc(Class<?> source) {
		return HttpRequestHandler.class.isAssignableFrom(source)
				|| source.getName().startsWith("org.springframework.web.servlet.");
	}

}
