package io.github.corsstarter.autoconfigure.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.corsstarter.CorsPolicySet.UngovernedRoute;
import io.github.corsstarter.autoconfigure.inspect.ApplicationFacts.FrontRoute;
import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.policy.PolicyKey;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Checks policies against routes that a server serves in front of every filter: no policy
 * governs them, whatever its paths say.
 */
public final class RouteRules {

	private RouteRules() {
	}

	static List<Finding> check(ApplicationFacts facts, List<GoverningPath> governing) {
		List<Finding> findings = new ArrayList<>();
		for (FrontRoute route : facts.frontRoutes()) {
			PathExpression path = belowContextPath(route, facts, facts.pathMatching());
			if (path != null) {
				check(route, path, governing, findings);
			}
			else if (route.path().equals(FrontRoute.UNKNOWN) && !governing.isEmpty()) {
				findings.add(unknown(route));
			}
		}
		return findings;
	}

	/**
	 * Names the policy that would govern a route, or of several the first that allows
	 * credentials.
	 */
	private static void check(FrontRoute route, PathExpression path, List<GoverningPath> governing,
			List<Finding> findings) {
		List<GoverningPath> meeting = governing.stream()
			.filter((other) -> other.expression().meets(path))
			.sorted(Comparator.comparing(GoverningPath::expression))
			.toList();
		GoverningPath found = null;
		for (GoverningPath other : meeting) {
			if (found == null || (!allowsCredentials(found) && allowsCredentials(other))) {
				found = other;
			}
			if (other.expression().covers(path)) {
				// What is less specific governs nothing of the route.
				break;
			}
		}
		if (found != null) {
			findings.add(ungoverned(route, found));
		}
	}

	private static boolean allowsCredentials(GoverningPath path) {
		return Boolean.TRUE.equals(path.spec().allowCredentials());
	}

	private static Finding unknown(FrontRoute route) {
		return new Finding(Rule.UNGOVERNED_ROUTE, "", PolicyKey.of("policies"), "policies", "", null,
				"govern none of the routes of " + route.server() + ", which are served in front of every filter",
				"Check the origin where these routes are served, or serve them behind the filters.")
			.asWarning();
	}

	private static Finding ungoverned(FrontRoute route, GoverningPath path) {
		boolean credentials = allowsCredentials(path);
		Finding finding = new Finding(Rule.UNGOVERNED_ROUTE, path.spec().name(), path.key(), path.key().toString(),
				path.expression().toString(), null,
				"does not govern \"" + route.path() + "\" of " + route.server()
						+ ", which is served in front of every filter: every website may call it"
						+ (credentials ? " with its visitor's credentials" : ""),
				"Serve it on a port or a path that no policy governs, and check the origin there.");
		return credentials ? finding : finding.asWarning();
	}

	/**
	 * Returns the routes that no filter sees, as dry runs tell of them.
	 * @param facts what is known of the application
	 * @return the routes below the context path
	 */
	public static List<UngovernedRoute> ungovernedRoutes(ApplicationFacts facts) {
		List<UngovernedRoute> routes = new ArrayList<>();
		for (FrontRoute route : facts.frontRoutes()) {
			// Servers compare paths of their routes by case, whatever handler mappings
			// do.
			PathExpression path = belowContextPath(route, facts, PathMatching.DEFAULT);
			if (path != null) {
				routes.add(new UngovernedRoute(route.server(), path));
			}
		}
		return routes;
	}

	private static @Nullable PathExpression belowContextPath(FrontRoute route, ApplicationFacts facts,
			PathMatching matching) {
		String path = route.path().startsWith("/") ? route.path() : "/" + route.path();
		String context = facts.contextPath();
		boolean below = !route.path().equals(FrontRoute.UNKNOWN) && path.startsWith(context + "/");
		return below ? matching.parseMapped(path.substring(context.length())) : null;
	}

}
