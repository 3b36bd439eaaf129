package io.github.corsstarter.autoconfigure.inspect;

import java.util.List;

/**
 * What is known of the application that policies are for.
 *
 * @param contextPath the path below which the application is served and that policies
 * leave out, without a slash at the end; or the empty text
 * @param actuatorPath the path below which management endpoints are, as
 * {@code /actuator}, or the empty text where there are none
 * @param production whether the application runs in production
 * @param caseSensitivePaths whether requests are mapped with regard to case
 * @param methodOverrideFilter a filter that changes methods after they were checked, or
 * the empty text
 * @param crossOriginHandlers the handlers with CORS annotations
 */
public record ApplicationFacts(String contextPath, String actuatorPath, boolean production, boolean caseSensitivePaths,
		String methodOverrideFilter, List<CrossOriginHandler> crossOriginHandlers) {

	/**
	 * Creates facts.
	 */
	public ApplicationFacts {
		crossOriginHandlers = List.copyOf(crossOriginHandlers);
	}

	/**
	 * Adds what a web stack tells.
	 * @param inspector looks at what the web stack maps
	 * @param filterOrder the order of the filter that checks
	 * @return the facts about the whole application
	 */
	ApplicationFacts with(ApplicationInspector inspector, int filterOrder) {
		return new ApplicationFacts(this.contextPath, this.actuatorPath, this.production,
				this.caseSensitivePaths && inspector.caseSensitivePaths(), inspector.methodOverrideFilter(filterOrder),
				inspector.crossOriginHandlers());
	}

	/**
	 * A handler with a CORS annotation.
	 *
	 * @param name the handler, as its author knows it
	 * @param path a path pattern that it is mapped to
	 */
	public record CrossOriginHandler(String name, String path) {
	}

}
