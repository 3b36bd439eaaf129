package io.github.corsstarter.autoconfigure.reactive;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import io.github.corsstarter.autoconfigure.inspect.ApplicationFacts.FrontRoute;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Finds the routes that Netty serves in front of every filter: RSocket over WebSocket,
 * and what an application adds by a {@code NettyRouteProvider}. Their classes stand in
 * different packages of Boot 3.5 and 4, so that they are named in texts.
 */
final class NettyRoutes {

	private static final List<String> PACKAGES = List.of("org.springframework.boot.reactor.netty.",
			"org.springframework.boot.web.embedded.netty.");

	private static final String ROUTES = "reactor.netty.http.server.HttpServerRoutes";

	private static final String RSOCKET = "RSocketWebSocketNettyRouteProvider";

	private static final String RSOCKET_PATH = "spring.rsocket.server.mapping-path";

	private final ListableBeanFactory beans;

	private final Environment environment;

	NettyRoutes(ListableBeanFactory beans, Environment environment) {
		this.beans = beans;
		this.environment = environment;
	}

	List<FrontRoute> find() {
		List<FrontRoute> routes = new ArrayList<>();
		for (String name : PACKAGES) {
			Class<?> provider = resolve(name + "NettyRouteProvider");
			Class<?> factory = resolve(name + "NettyReactiveWebServerFactory");
			if (provider != null && factory != null) {
				providers(provider, factory).forEach((found, place) -> add(found, place, routes));
			}
		}
		return routes;
	}

	/**
	 * Returns all providers with where they come from. Other servers than Netty know
	 * nothing of them.
	 */
	private Map<Object, String> providers(Class<?> provider, Class<?> factory) {
		Map<Object, String> providers = new LinkedHashMap<>();
		this.beans.getBeansOfType(factory).forEach((name, server) -> {
			this.beans.getBeansOfType(provider).forEach((bean, found) -> providers.put(found, "the bean " + bean));
			added(factory, server).forEach((found) -> providers.putIfAbsent(found, "the bean " + name));
		});
		return providers;
	}

	/**
	 * Returns the providers that customizers gave to a factory, which tells nobody.
	 */
	private static List<?> added(Class<?> type, Object factory) {
		try {
			Field field = ReflectionUtils.findField(type, "routeProviders");
			if (field != null) {
				field.setAccessible(true);
				return (field.get(factory) instanceof List<?> found) ? found : List.of();
			}
		}
		catch (IllegalAccessException | InaccessibleObjectException ex) {
			// What is no bean is not found then.
		}
		return List.of();
	}

	private void add(Object provider, String place, List<FrontRoute> routes) {
		String rsocket = this.environment.getProperty(RSOCKET_PATH);
		if (rsocket != null && provider.getClass().getSimpleName().equals(RSOCKET)) {
			routes.add(new FrontRoute("RSocket (" + RSOCKET_PATH + ")", rsocket));
			return;
		}
		paths(provider).forEach((path) -> routes.add(new FrontRoute(place, path)));
	}

	/**
	 * Has a provider tell its routes to nobody, to hear their paths.
	 */
	@SuppressWarnings("unchecked")
	private static List<String> paths(Object provider) {
		Class<?> type = Objects.requireNonNull(resolve(ROUTES), ROUTES);
		List<String> paths = new ArrayList<>();
		Object listener = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(routes, method, arguments) -> {
					if (method.getReturnType() != type) {
						throw new UnsupportedOperationException(method.getName());
					}
					String path = path(method, arguments);
					if (path != null && !paths.contains(path)) {
						paths.add(path);
					}
					return routes;
				});
		try {
			Object told = ((Function<Object, Object>) provider).apply(listener);
			return (told == listener) ? paths : List.of(FrontRoute.UNKNOWN);
		}
		catch (RuntimeException ex) {
			// It wants to know more than the routes: its paths are not known then.
			return List.of(FrontRoute.UNKNOWN);
		}
	}

	/**
	 * Returns the path that a call adds.
	 * @return the path, one that stands for any where it is told by a predicate, or
	 * {@code null} where the call adds none
	 */
	private static @Nullable String path(Method method, Object[] arguments) {
		return switch (method.getName()) {
			case "index" -> "/";
			case "directory" -> arguments[0] + "/**";
			case "removeIf", "comparator", "noComparator" -> null;
			default -> (arguments[0] instanceof String path) ? path : FrontRoute.UNKNOWN;
		};
	}

	private static @Nullable Class<?> resolve(String name) {
		ClassLoader loader = NettyRoutes.class.getClassLoader();
		return ClassUtils.isPresent(name, loader) ? ClassUtils.resolveClassName(name, loader) : null;
	}

}
