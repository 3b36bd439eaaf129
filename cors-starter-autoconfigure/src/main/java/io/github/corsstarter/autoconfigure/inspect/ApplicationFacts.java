package io.github.corsstarter.autoconfigure.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.github.corsstarter.text.Listing;

/**
 * What is known of the application that policies are for.
 *
 * @param contextPath the path below which the application is served and that policies
 * leave out, without a slash at the end; or the empty text
 * @param actuatorPath the path below which management endpoints are, as
 * {@code /actuator}, or the empty text where there are none
 * @param production whether the application runs in production
 * @param pathMatching how requests are mapped
 * @param methodOverrideFilter a filter that changes methods after they were checked, or
 * the empty text
 * @param pathRewritingFilter a filter that changes paths after they were checked, or the
 * empty text
 * @param frontRoutes routes that are served in front of every filter
 * @param otherCors CORS configuration beside policies
 */
public record ApplicationFacts(String contextPath, String actuatorPath, boolean production, PathMatching pathMatching,
		String methodOverrideFilter, String pathRewritingFilter, List<FrontRoute> frontRoutes,
		List<OtherCors> otherCors) {

	/**
	 * Creates facts.
	 */
	public ApplicationFacts {
		frontRoutes = List.copyOf(frontRoutes);
		otherCors = List.copyOf(otherCors);
	}

	/**
	 * Whether the application does nothing that policies are checked against.
	 * @return whether requests are mapped and filtered as Spring does by default, and no
	 * CORS configuration stands beside policies
	 */
	public boolean isOrdinary() {
		return this.pathMatching.caseSensitive() && this.pathMatching.unsupported().isEmpty()
				&& this.methodOverrideFilter.isEmpty() && this.pathRewritingFilter.isEmpty()
				&& this.frontRoutes.isEmpty() && this.otherCors.isEmpty();
	}

	/**
	 * Adds what a web stack tells.
	 * @param inspector looks at what the web stack maps
	 * @param filterOrder the order of the filter that checks
	 * @return the facts about the whole application
	 */
	ApplicationFacts with(ApplicationInspector inspector, int filterOrder) {
		List<FrontRoute> routes = new ArrayList<>(this.frontRoutes);
		routes.addAll(inspector.frontRoutes());
		return new ApplicationFacts(this.contextPath, this.actuatorPath, this.production,
				this.pathMatching.and(inspector.pathMatching()), inspector.methodOverrideFilter(filterOrder),
				inspector.pathRewritingFilter(filterOrder), routes, this.otherCors);
	}

	/**
	 * Adds what a further context tells.
	 * @param matching how its handler mappings compare paths
	 * @return the facts about the whole application
	 */
	ApplicationFacts with(PathMatching matching) {
		return new ApplicationFacts(this.contextPath, this.actuatorPath, this.production,
				this.pathMatching.and(matching), this.methodOverrideFilter, this.pathRewritingFilter, this.frontRoutes,
				this.otherCors);
	}

	/**
	 * Adds CORS configuration beside policies.
	 * @param otherCors the configuration
	 * @return the facts with it
	 */
	ApplicationFacts with(List<OtherCors> otherCors) {
		return new ApplicationFacts(this.contextPath, this.actuatorPath, this.production, this.pathMatching,
				this.methodOverrideFilter, this.pathRewritingFilter, this.frontRoutes, otherCors);
	}

	/**
	 * A route that a server serves before any filter sees the request.
	 *
	 * @param server what serves it, as its author knows it
	 * @param path the path that it serves, context path or base path included, or
	 * {@link #UNKNOWN}
	 */
	public record FrontRoute(String server, String path) {

		/** Stands for paths that nobody tells. */
		public static final String UNKNOWN = "";

	}

	/**
	 * CORS configuration beside policies, for one path.
	 *
	 * @param annotation whether it is {@code @CrossOrigin}
	 * @param place where it is, as its author knows it: a handler, a bean, a property
	 * @param path the path pattern that it holds for
	 */
	public record OtherCors(boolean annotation, String place, String path) {

		/**
		 * Names places with their paths, the first of each.
		 * @param all what to name
		 * @return a text in an order that does not change from start to start
		 */
		public static String describe(List<OtherCors> all) {
			Map<String, Set<String>> paths = new TreeMap<>();
			all.forEach((other) -> paths.computeIfAbsent(other.place, (place) -> new TreeSet<>()).add(other.path));
			return Listing.of(paths.entrySet()
				.stream()
				.map((entry) -> entry.getKey() + " (" + Listing.of(entry.getValue()) + ")")
				.toList());
		}

	}

}
