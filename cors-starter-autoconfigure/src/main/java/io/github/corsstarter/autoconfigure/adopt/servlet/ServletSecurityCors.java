package io.github.corsstarter.autoconfigure.adopt.servlet;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.autoconfigure.adopt.Fields;
import io.github.corsstarter.autoconfigure.adopt.OtherCors;
import io.github.corsstarter.autoconfigure.adopt.OtherCorsKind;
import io.github.corsstarter.autoconfigure.adopt.OtherCorsSource;
import io.github.corsstarter.autoconfigure.adopt.Scope;
import jakarta.servlet.Filter;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Reads {@code cors(…)} of Spring Security's chains for servlets.
 */
final class ServletSecurityCors implements OtherCorsSource {

	private final ServletSources sources = new ServletSources();

	private final ConfigurableListableBeanFactory beans;

	ServletSecurityCors(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public List<OtherCors> read(boolean whole) {
		List<OtherCors> all = new ArrayList<>();
		this.beans.getBeansOfType(SecurityFilterChain.class).forEach((name, chain) -> {
			for (Filter filter : chain.getFilters()) {
				if (filter instanceof CorsFilter corsFilter) {
					all.addAll(read(name, chain, corsFilter, whole));
				}
			}
		});
		return all;
	}

	private List<OtherCors> read(String name, SecurityFilterChain chain, CorsFilter filter, boolean whole) {
		CorsConfigurationSource source = Fields.find(filter, CorsConfigurationSource.class);
		if (source != null && ServletFilterCors.isSpringMvc(source.getClass())) {
			// It asks the handler mappings, which are read as such.
			return List.of();
		}
		Scope scope = (chain instanceof DefaultSecurityFilterChain known) ? Scope.ofMatcher(known.getRequestMatcher())
				: Scope.UNREAD;
		return scope.narrow(this.sources.read(OtherCorsKind.SPRING_SECURITY, "bean " + name, source, whole));
	}

}
