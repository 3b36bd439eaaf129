package io.github.corsstarter.autoconfigure.servlet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.autoconfigure.inspect.ApplicationInspector;
import io.github.corsstarter.autoconfigure.inspect.ApplicationFacts.CrossOriginHandler;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.OrderUtils;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.filter.HiddenHttpMethodFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Looks at what Spring MVC maps.
 */
final class ServletApplicationInspector implements ApplicationInspector {

	private final ListableBeanFactory beans;

	private final String servletPath;

	ServletApplicationInspector(ListableBeanFactory beans, Environment environment) {
		this.beans = beans;
		String path = environment.getProperty("spring.mvc.servlet.path", "/");
		this.servletPath = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
	}

	@Override
	public boolean caseSensitivePaths() {
		return mappings().stream().allMatch((mapping) -> {
			PathPatternParser parser = mapping.getPatternParser();
			return parser == null || parser.isCaseSensitive();
		});
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
						.getPatternValues()
						.forEach((path) -> handlers.add(new CrossOriginHandler(name, this.servletPath + path)));
				}
			}
		}
		return handlers;
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
