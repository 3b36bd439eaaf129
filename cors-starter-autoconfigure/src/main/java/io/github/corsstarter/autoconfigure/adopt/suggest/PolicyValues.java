package io.github.corsstarter.autoconfigure.adopt.suggest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.corsstarter.fetch.Methods;
import org.jspecify.annotations.Nullable;

import org.springframework.web.cors.CorsConfiguration;

/**
 * What Spring's CORS configuration means, in the terms of policies. Nothing is checked.
 *
 * @param origins the origins
 * @param methods the methods
 * @param headers the request headers
 * @param exposed the response headers
 * @param credentials whether credentials may be used
 * @param maxAge for how long browsers cache the response to a preflight request
 */
record PolicyValues(List<String> origins, List<String> methods, List<String> headers, List<String> exposed,
		boolean credentials, Duration maxAge) {

	private static final String ANY = CorsConfiguration.ALL;

	private static final String DEFAULT_METHOD = "GET";

	/** What browsers take for the time where a response tells none. */
	private static final Duration BROWSERS_OWN = Duration.ofSeconds(5);

	private static final Duration MAX_MAX_AGE = Duration.ofHours(24);

	PolicyValues {
		origins = List.copyOf(origins);
		methods = List.copyOf(methods);
		headers = List.copyOf(headers);
		exposed = List.copyOf(exposed);
	}

	static PolicyValues of(CorsConfiguration configuration) {
		return new PolicyValues(origins(configuration), methods(configuration.getAllowedMethods()),
				list(configuration.getAllowedHeaders()), exposed(configuration.getExposedHeaders()),
				Boolean.TRUE.equals(configuration.getAllowCredentials()), maxAge(configuration.getMaxAge()));
	}

	private static List<String> origins(CorsConfiguration configuration) {
		Set<String> origins = new LinkedHashSet<>();
		list(configuration.getAllowedOrigins()).forEach((origin) -> origins.add(withoutSlash(origin)));
		list(configuration.getAllowedOriginPatterns()).forEach((pattern) -> addPattern(pattern, origins));
		return origins.contains(ANY) ? List.of(ANY) : new ArrayList<>(origins);
	}

	/**
	 * Returns an origin as browsers send it: Spring compares without case, and without a
	 * slash at the end.
	 */
	private static String withoutSlash(String origin) {
		String lower = origin.strip().toLowerCase(Locale.ROOT);
		return lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
	}

	/**
	 * Adds what a pattern stands for, which may list ports in brackets.
	 */
	private static void addPattern(String pattern, Set<String> origins) {
		int brackets = pattern.endsWith("]") ? pattern.lastIndexOf(":[") : -1;
		if (brackets < 0) {
			origins.add(withoutSlash(pattern));
			return;
		}
		String host = withoutSlash(pattern.substring(0, brackets));
		for (String port : pattern.substring(brackets + 2, pattern.length() - 1).split(",", -1)) {
			origins.add(host + ":" + port.strip());
		}
	}

	/**
	 * Returns methods but for {@code OPTIONS}, which preflights do not need, and for
	 * spellings that Spring takes for other methods than policies do.
	 */
	private static List<String> methods(@Nullable List<String> methods) {
		if (methods == null) {
			return List.of(DEFAULT_METHOD);
		}
		if (methods.contains(ANY)) {
			return List.of(ANY);
		}
		return methods.stream()
			.filter((method) -> !method.equals("OPTIONS") && Methods.normalize(method).equals(method))
			.distinct()
			.toList();
	}

	private static List<String> list(@Nullable List<String> list) {
		if (list == null) {
			return List.of();
		}
		return list.contains(ANY) ? List.of(ANY) : list.stream().distinct().toList();
	}

	/**
	 * Returns names of response headers. Spring writes them as they are, and browsers see
	 * several in one that has commas.
	 */
	private static List<String> exposed(@Nullable List<String> exposed) {
		return list(list(exposed).stream()
			.flatMap((names) -> Arrays.stream(names.split(",")))
			.map(String::strip)
			.filter((name) -> !name.isEmpty())
			.toList());
	}

	private static Duration maxAge(@Nullable Long seconds) {
		if (seconds == null) {
			return BROWSERS_OWN;
		}
		Duration maxAge = Duration.ofSeconds(Math.max(0, seconds));
		return (maxAge.compareTo(MAX_MAX_AGE) > 0) ? MAX_MAX_AGE : maxAge;
	}

	/**
	 * Returns what both handlers of a path allow; of methods, what either allows.
	 */
	PolicyValues narrow(PolicyValues other) {
		Set<String> methods = new LinkedHashSet<>(this.methods);
		methods.addAll(other.methods);
		return new PolicyValues(common(this.origins, other.origins),
				methods.contains(ANY) ? List.of(ANY) : List.copyOf(methods), common(this.headers, other.headers),
				common(this.exposed, other.exposed), this.credentials && other.credentials,
				(this.maxAge.compareTo(other.maxAge) < 0) ? this.maxAge : other.maxAge);
	}

	private static List<String> common(List<String> list, List<String> other) {
		if (list.contains(ANY)) {
			return other;
		}
		return other.contains(ANY) ? list : list.stream().filter(other::contains).toList();
	}

	/**
	 * Whether only methods differ.
	 */
	boolean isLike(PolicyValues other) {
		return this.origins.equals(other.origins) && this.headers.equals(other.headers)
				&& this.exposed.equals(other.exposed) && this.credentials == other.credentials
				&& this.maxAge.equals(other.maxAge);
	}

}
