package io.github.corsstarter.lab.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.github.corsstarter.autoconfigure.actuate.CorsEndpoint;
import io.github.corsstarter.autoconfigure.actuate.ExplanationDescriptor;
import io.github.corsstarter.lab.MappedHandlers;
import io.github.corsstarter.lab.MappedHandlers.MappedHandler;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What does the application map, and which policy governs it?
 */
final class ApplicationQuestion implements Questions.Question {

	private static final int MAX_HANDLERS = 2_000;

	// Any: it is the path that decides which policy governs.
	private static final String ORIGIN = "https://stranger.example";

	private final CorsEndpoint endpoint;

	private final MappedHandlers handlers;

	ApplicationQuestion(CorsEndpoint endpoint, MappedHandlers handlers) {
		this.endpoint = endpoint;
		this.handlers = handlers;
	}

	@Override
	public OperationResponseBody answer(String input) {
		Map<String, Set<String>> methods = new TreeMap<>();
		for (MappedHandler handler : this.handlers.find()) {
			methods.computeIfAbsent(handler.pattern(), (pattern) -> new TreeSet<>())
				.addAll(handler.methods().isEmpty() ? Set.of("*") : handler.methods());
		}
		List<Handler> described = new ArrayList<>();
		methods.entrySet()
			.stream()
			.limit(MAX_HANDLERS)
			.forEach((entry) -> described.add(describe(entry.getKey(), entry.getValue())));
		return new Answer(described, methods.size() - described.size());
	}

	private Handler describe(String pattern, Set<String> methods) {
		String path = SamplePath.of(pattern);
		try {
			ExplanationDescriptor explanation = this.endpoint.explain(path, ORIGIN, "GET", null, null);
			return new Handler(pattern, path, List.copyOf(methods), explanation.policy());
		}
		catch (InvalidEndpointRequestException ex) {
			return new Handler(pattern, path, List.copyOf(methods), null);
		}
	}

	/**
	 * The answer.
	 *
	 * @param handlers what is mapped, in the order of the patterns
	 * @param leftOut how many patterns there are beyond these
	 */
	record Answer(List<Handler> handlers, int leftOut) implements OperationResponseBody {
	}

	/**
	 * What a pattern is mapped to.
	 *
	 * @param pattern the pattern
	 * @param path a path that it matches
	 * @param methods the methods, {@code *} for all
	 * @param policy the policy that governs the path, or {@code null}
	 */
	record Handler(String pattern, String path, List<String> methods, @Nullable String policy) {
	}

}
