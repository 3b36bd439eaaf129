package io.github.corsstarter.integration.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import com.google.protobuf.util.JsonFormat;
import com.google.re2j.Pattern;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption.HeaderAppendAction;
import io.envoyproxy.envoy.config.route.v3.HeaderMatcher;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.github.corsstarter.integration.Http;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does with routes what Envoy is documented to do with them. Envoy's own messages read
 * the file, and refuse what they do not know. Of the normalization of paths that the
 * file's head asks for, only needless escapes are decoded: the routes have to be safe
 * without the rest.
 */
final class EnvoyModel {

	private static final java.util.regex.Pattern REQUESTED = java.util.regex.Pattern.compile("%REQ\\(([a-z-]+)\\)%");

	/** Escapes of what none has to be written for. */
	private static final java.util.regex.Pattern NEEDLESS = java.util.regex.Pattern
		.compile("(?i)%(2[de]|3[0-9]|[46][1-9a-f]|[57][0-9a]|5f|7e)");

	private final List<Step> steps = new ArrayList<>();

	private final int distinctPaths;

	private final Map<String, java.util.regex.Pattern> paths = new HashMap<>();

	private final Map<String, Pattern> expressions = new HashMap<>();

	EnvoyModel(String yaml) {
		Map<RouteMatch, Integer> numbers = new HashMap<>();
		for (Route route : read(yaml).getRoutesList()) {
			RouteMatch path = route.getMatch().toBuilder().clearHeaders().build();
			this.steps.add(new Step(route, numbers.computeIfAbsent(path, (added) -> numbers.size())));
		}
		this.distinctPaths = numbers.size();
	}

	private static VirtualHost read(String yaml) {
		VirtualHost.Builder builder = VirtualHost.newBuilder();
		LoaderOptions options = new LoaderOptions();
		options.setCodePointLimit(Integer.MAX_VALUE);
		Object document = new Yaml(options).load(yaml);
		try {
			JsonFormat.parser().merge(JsonMapper.shared().writeValueAsString(document), builder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return builder.build();
	}

	/**
	 * Answers a request as the first route that matches has it.
	 * @param upstream what the upstream answers
	 */
	Http.Response answer(TestRequest request, Upstream.Answer upstream) {
		String whole = NEEDLESS.matcher(request.path())
			.replaceAll((found) -> java.util.regex.Matcher
				.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
		TestRequest normalized = new TestRequest(request.method(), whole, request.headers());
		Boolean[] met = new Boolean[this.distinctPaths];
		for (Step step : this.steps) {
			RouteMatch match = step.route().getMatch();
			if (met[step.path()] == null) {
				met[step.path()] = matchesPath(match, normalized);
			}
			if (met[step.path()] && match.getHeadersList().stream().allMatch((header) -> matches(header, normalized))) {
				return answer(step.route(), normalized, upstream);
			}
		}
		return ofUpstream(upstream);
	}

	private static Http.Response ofUpstream(Upstream.Answer upstream) {
		List<Http.Field> fields = new ArrayList<>(upstream.fields());
		fields.add(new Http.Field(Upstream.RAN, "yes"));
		return new Http.Response(upstream.status(), fields, "handled");
	}

	private static Http.Response answer(Route route, TestRequest request, Upstream.Answer upstream) {
		Http.Response response = route.hasDirectResponse() ? new Http.Response(route.getDirectResponse().getStatus(),
				new ArrayList<>(), route.getDirectResponse().getBody().getInlineString()) : ofUpstream(upstream);
		List<Http.Field> fields = response.fields();
		route.getResponseHeadersToRemoveList()
			.forEach((name) -> fields.removeIf((field) -> field.name().equalsIgnoreCase(name)));
		for (HeaderValueOption option : route.getResponseHeadersToAddList()) {
			String name = option.getHeader().getKey();
			String value = format(option.getHeader().getValue(), request);
			if (value.isEmpty()) {
				continue;
			}
			if (option.getAppendAction() == HeaderAppendAction.OVERWRITE_IF_EXISTS_OR_ADD) {
				fields.removeIf((field) -> field.name().equalsIgnoreCase(name));
			}
			fields.add(new Http.Field(name, value));
		}
		return response;
	}

	private static String format(String value, TestRequest request) {
		return REQUESTED.matcher(value)
			.replaceAll((found) -> java.util.regex.Matcher.quoteReplacement(joined(request, found.group(1))))
			.replace("%%", "%");
	}

	/**
	 * Fields of a name that Envoy's cors filter knows are joined when they are read.
	 */
	private static String joined(TestRequest request, String name) {
		return String.join(",", request.values(header(request, name)));
	}

	private static String header(TestRequest request, String name) {
		return request.headers()
			.keySet()
			.stream()
			.filter((key) -> key.toLowerCase(Locale.ROOT).equals(name))
			.findFirst()
			.orElse(name);
	}

	private boolean matchesPath(RouteMatch match, TestRequest request) {
		String path = request.path().replaceFirst("[?].*", "");
		return switch (match.getPathSpecifierCase()) {
			case PATH -> path.equals(match.getPath());
			case PREFIX -> path.startsWith(match.getPrefix());
			case PATH_SEPARATED_PREFIX ->
				path.equals(match.getPathSeparatedPrefix()) || path.startsWith(match.getPathSeparatedPrefix() + "/");
			case SAFE_REGEX ->
				this.paths.computeIfAbsent(match.getSafeRegex().getRegex(), EnvoyModel::path).matcher(path).matches();
			default -> throw new IllegalStateException(match.toString());
		};
	}

	private boolean matches(HeaderMatcher matcher, TestRequest request) {
		Function<String, String> value = (name) -> switch (name) {
			case ":method" -> request.method();
			case ":path" -> request.path();
			default -> request.headers().containsKey(header(request, name)) ? joined(request, name) : null;
		};
		String present = value.apply(matcher.getName());
		if (matcher.hasPresentMatch()) {
			return (present != null) != matcher.getInvertMatch();
		}
		if (present == null && !matcher.getTreatMissingHeaderAsEmpty()) {
			return false;
		}
		return matches(matcher.getStringMatch(), (present != null) ? present : "");
	}

	private boolean matches(StringMatcher matcher, String value) {
		return switch (matcher.getMatchPatternCase()) {
			case EXACT -> matcher.getExact().equals(value);
			case SAFE_REGEX -> matches(matcher.getSafeRegex().getRegex(), value);
			default -> throw new IllegalStateException(matcher.toString());
		};
	}

	/**
	 * Lets the JDK match what RE2 can read. For these expressions both mean the same, and
	 * there are many to try for each request.
	 */
	private static java.util.regex.Pattern path(String regex) {
		return java.util.regex.Pattern.compile(Pattern.compile(regex).pattern());
	}

	private boolean matches(String regex, String value) {
		return this.expressions.computeIfAbsent(regex, Pattern::compile).matches(value);
	}

	/**
	 * A route.
	 *
	 * @param route the route
	 * @param path the number of what it says of the path, which many have in common
	 */
	private record Step(Route route, int path) {
	}

}
