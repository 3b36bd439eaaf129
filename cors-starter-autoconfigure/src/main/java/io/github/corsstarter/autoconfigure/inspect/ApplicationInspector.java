package io.github.corsstarter.autoconfigure.inspect;

import java.util.List;

import io.github.corsstarter.autoconfigure.inspect.ApplicationFacts.FrontRoute;

import org.springframework.context.ApplicationContext;

/**
 * Tells of a web stack what policies are checked against. It is asked once all beans are
 * there and before requests are served.
 */
public interface ApplicationInspector {

	/**
	 * Finds out how the application's handler mappings compare paths.
	 * @return what all of them do
	 */
	PathMatching pathMatching();

	/**
	 * Finds out how the handler mappings of a further context compare paths, such as that
	 * of a second {@code DispatcherServlet}.
	 * @param context a context below the application's own, or that itself
	 * @return what all of its mappings do
	 */
	PathMatching pathMatching(ApplicationContext context);

	/**
	 * Finds a filter that changes methods after they were checked.
	 * @param order the order of the filter that checks
	 * @return the bean's name, or the empty text
	 */
	String methodOverrideFilter(int order);

	/**
	 * Finds a filter that changes paths after they were checked.
	 * @param order the order of the filter that checks
	 * @return the bean's name, or the empty text
	 */
	String pathRewritingFilter(int order);

	/**
	 * Finds routes that the server serves before any filter sees the request.
	 * @return the routes; none on servers without such routes
	 */
	default List<FrontRoute> frontRoutes() {
		return List.of();
	}

}
