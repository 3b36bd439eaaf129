package io.github.corsstarter.autoconfigure.reactive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.autoconfigure.inspect.ApplicationInspector;
import io.github.corsstarter.autoconfigure.inspect.ApplicationFacts.CrossOriginHandler;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.OrderUtils;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.filter.reactive.HiddenHttpMethodFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
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
	public List<CrossOriginHandler> crossOriginHandlers() {
		List<CrossOriginHandler> handlers = new ArrayList<>();
		for (RequestMappingHandlerMapping mapping : mappings()) {
			for (Map.Entry<RequestMappingInfo, HandlerMethod> entry : mapping.getHandlerMethods().entrySet()) {
				HandlerMethod handler = entry.getValue();
				if (AnnotatedElementUtils.hasAnnotation(handler.getMethod(), CrossOrigin.class)
						|| AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), CrossOrigin.class)) {
					String name = handler.getBeanType().getSimpleName() + "#" + handler.getMethod().getName();
					entry.getKey()
						.getPatternsCondition()
						.getPatterns()
						.forEach((path) -> handlers.add(new CrossOriginHandler(name, path.getPatternString())));
				}
			}
		}
		return handlers;
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
