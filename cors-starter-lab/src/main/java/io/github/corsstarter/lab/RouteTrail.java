package io.github.corsstarter.lab;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.corsstarter.lab.MappedHandlers.MappedHandler;

import org.springframework.http.HttpMethod;

/**
 * Puts together what a walk through router functions meets: paths and methods of a route
 * and of all that it is nested in. The two web stacks have visitors of their own, which
 * differ in the types of a few methods only: this is what they have in common.
 */
public abstract class RouteTrail {

	private final Deque<Condition> conditions = new ArrayDeque<>();

	private final List<MappedHandler> found = new ArrayList<>();

	private int negations;

	/**
	 * Enters a route, or a nest of routes.
	 */
	protected void enter() {
		this.conditions.addLast(new Condition());
	}

	/**
	 * Leaves what was entered last.
	 */
	protected void leave() {
		this.conditions.removeLast();
	}

	/**
	 * Meets a handler where the trail has led to.
	 */
	protected void handler() {
		List<String> patterns = List.of("");
		Set<String> methods = new HashSet<>();
		for (Condition condition : this.conditions) {
			methods.addAll(condition.methods);
			patterns = condition.below(patterns);
		}
		patterns.forEach((pattern) -> this.found.add(new MappedHandler(pattern.isEmpty() ? "/**" : pattern, methods)));
	}

	/**
	 * Returns all handlers.
	 * @return the handlers in the order of their routes
	 */
	public List<MappedHandler> found() {
		return List.copyOf(this.found);
	}

	/**
	 * Meets methods.
	 * @param methods methods of which one has to match
	 */
	public void method(Set<HttpMethod> methods) {
		if (this.negations == 0) {
			methods.forEach((method) -> this.conditions.getLast().methods.add(method.name()));
		}
	}

	/**
	 * Meets a path.
	 * @param pattern a pattern below that of what is around
	 */
	public void path(String pattern) {
		if (this.negations == 0) {
			this.conditions.getLast().patterns.add(pattern);
		}
	}

	/**
	 * Starts what must not match.
	 */
	public void startNegate() {
		this.negations++;
	}

	/**
	 * Ends what must not match.
	 */
	public void endNegate() {
		this.negations--;
	}

	/**
	 * Meets attributes.
	 * @param attributes nothing that requests are matched by
	 */
	public void attributes(Map<String, Object> attributes) {
	}

	/**
	 * Meets an extension.
	 * @param extension what paths have to end in
	 */
	public void pathExtension(String extension) {
	}

	/**
	 * Meets a header.
	 * @param name its name
	 * @param value its value
	 */
	public void header(String name, String value) {
	}

	/**
	 * Meets a version, with Spring Framework 7.
	 * @param version the version
	 */
	public void version(String version) {
	}

	/**
	 * Starts what must match altogether.
	 */
	public void startAnd() {
	}

	/**
	 * Goes on with what must match, too.
	 */
	public void and() {
	}

	/**
	 * Ends what must match altogether.
	 */
	public void endAnd() {
	}

	/**
	 * Starts alternatives.
	 */
	public void startOr() {
	}

	/**
	 * Goes on with the next alternative.
	 */
	public void or() {
	}

	/**
	 * Ends alternatives.
	 */
	public void endOr() {
	}

	private static final class Condition {

		private final Set<String> methods = new HashSet<>();

		private final List<String> patterns = new ArrayList<>();

		private List<String> below(List<String> parents) {
			if (this.patterns.isEmpty()) {
				return parents;
			}
			return parents.stream()
				.flatMap((parent) -> this.patterns.stream().map((pattern) -> parent + pattern))
				.toList();
		}

	}

}
