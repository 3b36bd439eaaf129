package io.github.corsstarter.autoconfigure.adopt;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.web.cors.CorsConfiguration;

/**
 * Reads what a source of CORS configuration answers, for which each web stack has an
 * interface of its own.
 *
 * @param <S> the stack's source
 */
public abstract class ConfigurationSources<S> {

	private static final String COMPUTED = "computes its configuration for each request";

	/**
	 * Returns the configuration by path pattern, in the order in which it is asked.
	 * @param source the source
	 * @return the configurations, or {@code null} where the source has no such table
	 */
	protected abstract @Nullable Map<String, CorsConfiguration> table(S source);

	/**
	 * Asks for the configuration of a request that tells nothing of itself.
	 * @param source the source
	 * @return the configuration, or {@code null} where there is none
	 * @throws RuntimeException if the source looks at the request
	 */
	protected abstract @Nullable CorsConfiguration ask(S source);

	/**
	 * Reads a source.
	 * @param kind the kind that it belongs to
	 * @param name what holds it
	 * @param source the source, or {@code null} where it cannot be got at
	 * @param whole whether to ask a source that has no table
	 * @return one entry for each path pattern
	 */
	public List<OtherCors> read(OtherCorsKind kind, String name, @Nullable S source, boolean whole) {
		if (source == null) {
			return List.of(OtherCors.unread(kind, name, "does not tell its configuration"));
		}
		Map<String, CorsConfiguration> table = table(source);
		if (table != null) {
			return table.entrySet()
				.stream()
				.map((entry) -> OtherCors.of(kind, name, entry.getKey(), entry.getValue()))
				.toList();
		}
		return List.of(whole ? ask(kind, name, source) : OtherCors.unread(kind, name, COMPUTED));
	}

	private OtherCors ask(OtherCorsKind kind, String name, S source) {
		try {
			CorsConfiguration configuration = ask(source);
			return (configuration != null) ? OtherCors.of(kind, name, OtherCors.ANY_PATH, configuration)
					: OtherCors.unread(kind, name, COMPUTED);
		}
		catch (RuntimeException ex) {
			return OtherCors.unread(kind, name, COMPUTED);
		}
	}

	/**
	 * Returns a request whose methods all fail. A source that answers all the same
	 * answers so to every request.
	 * @param <R> the type of requests
	 * @param type the type of requests, an interface
	 * @return the request
	 */
	protected static <R> R blindRequest(Class<R> type) {
		InvocationHandler refusal = (proxy, method, arguments) -> {
			throw new UnsupportedOperationException(method.getName());
		};
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, refusal));
	}

}
