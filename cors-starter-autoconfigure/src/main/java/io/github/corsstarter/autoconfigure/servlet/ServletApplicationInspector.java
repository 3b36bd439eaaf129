package io.github.corsstarter.autoconfigure.servlet;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.autoconfigure.inspect.ApplicationInspector;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.OrderUtils;
import org.springframework.web.filter.HiddenHttpMethodFilter;
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
		List<String> names = new ArrayList<>();
		this.beans.getBeansOfType(HiddenHttpMethodFilter.class).forEach((name, filter) -> {
			if (order(filter) > order) {
				names.add(name);
			}
		});
		for (String name : this.beans.getBeanNamesForType(FilterRegistrationBean.class)) {
			if (this.beans.getBean(name) instanceof FilterRegistrationBean<?> registration && registration.isEnabled()
					&& registration.getFilter() instanceof HiddenHttpMethodFilter && registration.getOrder() > order) {
				names.add(name);
			}
		}
		return String.join(", ", names);
	}

	private static int order(Object filter) {
		return (filter instanceof Ordered ordered) ? ordered.getOrder()
				: OrderUtils.getOrder(filter.getClass(), Ordered.LOWEST_PRECEDENCE);
	}

	private List<RequestMappingHandlerMapping> mappings() {
		return this.beans.getBeanProvider(RequestMappingHandlerMapping.class).stream().toList();
	}

}
