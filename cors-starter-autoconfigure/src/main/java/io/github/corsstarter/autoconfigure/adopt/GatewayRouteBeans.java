package io.github.corsstarter.autoconfigure.adopt;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Names beans that make routes of Spring Cloud Gateway. Such routes are made while the
 * application runs, and may be made anew: what their metadata say of CORS is not read.
 */
final class GatewayRouteBeans implements OtherCorsSource {

	private static final String LOCATOR = "org.springframework.cloud.gateway.route.RouteLocator";

	/** Gateway's own, of routes that properties make. */
	private static final Set<String> OWN = Set.of("routeDefinitionRouteLocator", "cachedCompositeRouteLocator");

	private final ListableBeanFactory beans;

	GatewayRouteBeans(ListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public List<OtherCors> read(boolean whole) {
		ClassLoader loader = GatewayRouteBeans.class.getClassLoader();
		if (!whole || !ClassUtils.isPresent(LOCATOR, loader)) {
			return List.of();
		}
		return Arrays.stream(this.beans.getBeanNamesForType(ClassUtils.resolveClassName(LOCATOR, loader), true, false))
			.filter((name) -> !OWN.contains(name))
			.map((name) -> OtherCors.unread(OtherCorsKind.GATEWAY_ROUTES_IN_CODE, "bean " + name,
					"makes routes in code, whose CORS metadata are not read"))
			.toList();
	}

}
