package io.github.corsstarter.autoconfigure.servlet;

import io.github.corsstarter.autoconfigure.inspect.ApplicationInspector;
import io.github.corsstarter.autoconfigure.inspect.PathMatching;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.filter.HiddenHttpMethodFilter;
import org.springframework.web.filter.UrlHandlerFilter;

/**
 * Looks at what Spring MVC maps.
 */
final class ServletApplicationInspector implements ApplicationInspector {

	private final ListableBeanFactory beans;

	ServletApplicationInspector(ListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public PathMatching pathMatching() {
		return ServletPathMatching.of(this.beans);
	}

	@Override
	public PathMatching pathMatching(ApplicationContext context) {
		return (context instanceof WebApplicationContext) ? ServletPathMatching.of(context) : PathMatching.DEFAULT;
	}

	@Override
	public String methodOverrideFilter(int order) {
		return new FiltersBehind(this.beans, order).names(HiddenHttpMethodFilter.class);
	}

	@Override
	public String pathRewritingFilter(int order) {
		return new FiltersBehind(this.beans, order).names(UrlHandlerFilter.class);
	}

}
