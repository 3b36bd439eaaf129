package io.github.corsstarter.lab.reactive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.corsstarter.lab.MappedHandlers;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.support.RouterFunctionMapping;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Looks at what Spring WebFlux maps: annotated handlers and router functions.
 */
final class ReactiveMappedHandlers implements MappedHandlers {

	private final ListableBeanFactory beans;

	ReactiveMappedHandlers(ListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public List<MappedHandler> find() {
		List<MappedHandler> found = new ArrayList<>();
		this.beans.getBeanProvider(RequestMappingHandlerMapping.class)
			.forEach((mapping) -> mapping.getHandlerMethods().keySet().forEach((info) -> add(info, found)));
		this.beans.getBeanProvider(RouterFunctionMapping.class).forEach((mapping) -> {
			RouterFunction<?> function = mapping.getRouterFunction();
			if (function != null) {
				RouteVisitor visitor = new RouteVisitor();
				function.accept(visitor);
				found.addAll(visitor.found());
			}
		});
		return found;
	}

	private static void add(RequestMappingInfo info, List<MappedHandler> found) {
		Set<String> methods = info.getMethodsCondition()
			.getMethods()
			.stream()
			.map(Enum::name)
			.collect(Collectors.toSet());
		info.getPatternsCondition()
			.getPatterns()
			.forEach((pattern) -> found.add(new MappedHandler(pattern.getPatternString(), methods)));
	}

}
