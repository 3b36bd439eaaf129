package io.github.corsstarter.lab.servlet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.github.corsstarter.lab.MappedHandlers;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Looks at what Spring MVC maps: annotated handlers and router functions.
 */
final class ServletMappedHandlers implements MappedHandlers {

	private static final String ERROR_CONTROLLER = "basicErrorController";

	private final ListableBeanFactory beans;

	private final String servletPath;

	ServletMappedHandlers(ListableBeanFactory beans, Environment environment) {
		this.beans = beans;
		String path = environment.getProperty("spring.mvc.servlet.path", "");
		this.servletPath = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
	}

	@Override
	public List<MappedHandler> find() {
		List<MappedHandler> found = new ArrayList<>();
		this.beans.getBeanProvider(RequestMappingHandlerMapping.class)
			.forEach((mapping) -> mapping.getHandlerMethods().forEach((info, handler) -> {
				if (!ERROR_CONTROLLER.equals(handler.getBean())) {
					add(info, found);
				}
			}));
		this.beans.getBeanProvider(RouterFunctionMapping.class).forEach((mapping) -> {
			RouterFunction<?> function = mapping.getRouterFunction();
			if (function != null) {
				RouteVisitor visitor = new RouteVisitor();
				function.accept(visitor);
				visitor.found().forEach((route) -> found.add(below(route.pattern(), route)));
			}
		});
		return found;
	}

	private void add(RequestMappingInfo info, List<MappedHandler> found) {
		MappedHandler handler = new MappedHandler("",
				info.getMethodsCondition().getMethods().stream().map(Enum::name).collect(Collectors.toSet()));
		info.getPatternValues().forEach((pattern) -> found.add(below(pattern, handler)));
	}

	private MappedHandler below(String pattern, MappedHandler handler) {
		return new MappedHandler(this.servletPath + pattern, handler.methods());
	}

}
