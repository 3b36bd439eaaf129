package io.github.corsstarter.autoconfigure.reactive;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.corsstarter.autoconfigure.inspect.ApplicationFacts.FrontRoute;
import io.github.corsstarter.autoconfigure.inspect.ApplicationInspector;
import io.github.corsstarter.autoconfigure.inspect.PathMatching;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.web.filter.reactive.HiddenHttpMethodFilter;
import org.springframework.web.filter.reactive.UrlHandlerFilter;
import org.springframework.web.reactive.handler.AbstractHandlerMapping;
import org.springframework.web.server.WebFilter;

/**
 * Looks at what Spring WebFlux maps.
 */
final class ReactiveApplicationInspector implements ApplicationInspector {

	private final ListableBeanFactory beans;

	private final Environment environment;

	ReactiveApplicationInspector(ListableBeanFactory beans, Environment environment) {
		this.beans = beans;
		this.environment = environment;
	}

	@Override
	public PathMatching pathMatching() {
		return pathMatching(this.beans);
	}

	@Override
	public PathMatching pathMatching(ApplicationContext context) {
		return pathMatching((ListableBeanFactory) context);
	}

	private static PathMatching pathMatching(ListableBeanFactory beans) {
		return beans.getBeanProvider(AbstractHandlerMapping.class)
			.stream()
			.map((mapping) -> mapping.getPathPatternParser().isCaseSensitive() ? PathMatching.DEFAULT
					: PathMatching.IGNORING_CASE)
			.reduce(PathMatching.DEFAULT, PathMatching::and);
	}

	@Override
	public String methodOverrideFilter(int order) {
		return filtersBehind(HiddenHttpMethodFilter.class);
	}

	@Override
	public String pathRewritingFilter(int order) {
		return filtersBehind(UrlHandlerFilter.class);
	}

	@Override
	public List<FrontRoute> frontRoutes() {
		return new NettyRoutes(this.beans, this.environment).find();
	}

	/**
	 * Returns the names of the filters of one type that WebFlux puts behind the one that
	 * checks.
	 */
	private String filtersBehind(Class<? extends WebFilter> type) {
		List<WebFilter> filters = this.beans.getBeanProvider(WebFilter.class)
			.orderedStream()
			.dropWhile((filter) -> !(filter instanceof CorsPolicyWebFilter))
			.toList();
		return this.beans.getBeansOfType(type)
			.entrySet()
			.stream()
			.filter((bean) -> filters.contains(bean.getValue()))
			.map(Map.Entry::getKey)
			.collect(Collectors.joining(", "));
	}

}
