package io.github.corsstarter.rules;

import java.util.List;

/**
 * What an adapter knows of the application that policies are for. Rules that look beyond
 * the policies themselves go by it.
 *
 * @param contextPath the path below which the application is served and that policies
 * leave out, or the empty text
 * @param actuatorPath the path below which management endpoints are, as
 * {@code /actuator}, or the empty text where there are none
 * @param production whether the application runs in production
 * @param methodOverrideFilter a filter that changes methods after they were checked, or
 * the empty text
 * @param crossOriginHandlers the handlers with CORS annotations
 */
public record ApplicationFacts(String contextPath, String actuatorPath, boolean production, String methodOverrideFilter,
		List<CrossOriginHandler> crossOriginHandlers) {

	/**
	 * What is known of an application of which nothing is known.
	 */
	public static final ApplicationFacts NONE = new ApplicationFacts("", "", false, "", List.of());

	/**
	 * Creates facts.
	 */
	public ApplicationFacts {
		crossOriginHandlers = List.copyOf(crossOriginHandlers);
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
