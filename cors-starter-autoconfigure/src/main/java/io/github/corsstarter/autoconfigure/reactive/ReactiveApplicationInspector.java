package io.github.corsstarter.autoconfigure.reactive;

import java.util.List;
import java.util.Map;

import io.github.corsstarter.autoconfigure.inspect.ApplicationInspector;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.OrderUtils;
import org.springframework.web.filter.reactive.HiddenHttpMethodFilter;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Looks at what Spring WebFlux maps.
 */
final class ReactiveApplicationInspector implements ApplicationInspector {

	private final ListableBeanFactory beans;

	ReactiveApplicationInspector(ListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public boolean caseSensitivePaths() {
		return mappings().stream().allMatch((mapping) -> mapping.getPathPatternParser().isCaseSensitive());
	}

	@Override
	public String methodOverrideFilter(int order) {
		return this.beans.getBeansOfType(HiddenHttpMethodFilter.class)
			.entrySet()
			.stream()
			.filter((bean) -> order(bean.getValue()) > order)
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse("");
	}

	private static int order(Object filter) {
		return (filter instanceof Ordered ordered) ? ordered.getOrder()
				: OrderUtils.getOrder(filter.getClass(), Ordered.LOWEST_PRECEDENCE);
	}

	private List<RequestMappingHandlerMapping> mappings() {
		return this.beans.getBeanProvider(RequestMappingHandlerMapping.class).stream().toList();
	}

}
