package io.github.corsstarter.autoconfigure.servlet;

import java.util.List;

import io.github.corsstarter.autoconfigure.inspect.ApplicationInspector;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.web.filter.HiddenHttpMethodFilter;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Looks at what Spring MVC maps.
 */
final class ServletApplicationInspector implements ApplicationInspector {

	private final ListableBeanFactory beans;

	ServletApplicationInspector(ListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public boolean caseSensitivePaths() {
		return mappings().stream().allMatch((mapping) -> {
			PathPatternParser parser = mapping.getPatternParser();
			return parser == null || parser.isCaseSensitive();
		});
	}

	@Override
	public String methodOverrideFilter(int order) {
		return new FiltersBehind(this.beans, order).names(HiddenHttpMethodFilter.class);
	}

	@Override
	public String pathRewritingFilter(int order) {
		return new FiltersBehind(this.beans, order).names(UrlHandlerFilter.class);
	}

	private List<RequestMappingHandlerMapping> mappings() {
		return this.beans.getBeanProvider(RequestMappingHandlerMapping.class).stream().toList();
	}

}
