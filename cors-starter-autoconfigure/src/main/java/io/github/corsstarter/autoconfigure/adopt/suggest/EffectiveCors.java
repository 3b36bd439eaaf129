package io.github.corsstarter.autoconfigure.adopt.suggest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import io.github.corsstarter.autoconfigure.adopt.OtherCors;
import io.github.corsstarter.autoconfigure.adopt.OtherCorsKind;
import io.github.corsstarter.autoconfigure.adopt.Patterns;
import org.jspecify.annotations.Nullable;

/**
 * Works out which of an application's CORS configurations answers for which path. Filters
 * answer before handlers do, and of the patterns of a table the first one counts; between
 * policies the most specific path does.
 */
final class EffectiveCors {

	private final List<OtherCors> all;

	private final String actuatorPath;

	private final BiConsumer<OtherCors, String> notSaid;

	/** The configuration of each path that has one, in the order in which it is asked. */
	private final Map<String, Answer> answers = new LinkedHashMap<>();

	EffectiveCors(List<OtherCors> all, String actuatorPath, BiConsumer<OtherCors, String> notSaid) {
		this.all = all;
		this.actuatorPath = actuatorPath;
		this.notSaid = notSaid;
	}

	/**
	 * Makes a policy of each configuration; paths of the same one share it.
	 */
	List<PolicyDraft> drafts() {
		this.all.stream()
			.filter((other) -> !other.unread().isEmpty())
			.forEach((other) -> this.notSaid.accept(other, other.unread()));
		add((other) -> other.kind() == OtherCorsKind.CORS_FILTER || other.kind() == OtherCorsKind.SPRING_SECURITY);
		addSources();
		add((other) -> other.kind() == OtherCorsKind.GATEWAY_ROUTE || other.kind() == OtherCorsKind.MANAGEMENT);
		addAnnotated();
		add((other) -> other.kind() == OtherCorsKind.CORS_MAPPINGS || other.kind() == OtherCorsKind.GATEWAY_GLOBALCORS);
		nameRefusedPreflights();
		shieldActuator();
		return group();
	}

	/**
	 * Names sources beside the filters that ask them. One that nobody asks says nothing,
	 * and would widen what is allowed.
	 */
	private void addSources() {
		for (OtherCors source : this.all) {
			if (source.kind() != OtherCorsKind.CORS_CONFIGURATION_SOURCE || source.configuration() == null) {
				continue;
			}
			PolicyValues values = PolicyValues.of(source.configuration());
			List<Answer> asking = find((answer) -> values.equals(answer.values));
			asking.stream()
				.filter((answer) -> answer.pattern().equals(source.pattern()))
				.forEach((answer) -> answer.others.add(0, source));
			if (asking.isEmpty()) {
				this.notSaid.accept(source,
						"has no effect on " + source.pattern() + ": no CORS filter that can be read asks it");
			}
		}
	}

	/**
	 * A CORS filter refuses preflights of the paths that it has no configuration for.
	 */
	private void nameRefusedPreflights() {
		List<OtherCors> granting = find((answer) -> answer.values != null).stream().map(Answer::first).toList();
		granting.stream()
			.filter((first) -> first.kind().isFilter())
			.findFirst()
			.ifPresent((filter) -> granting.stream()
				.filter((other) -> !other.kind().isFilter())
				.forEach((other) -> this.notSaid.accept(other, "preflights of " + other.pattern()
						+ " are granted by the policy; " + filter.place() + " refuses them where it runs")));
	}

	private void add(Predicate<OtherCors> kinds) {
		this.all.stream().filter((other) -> other.configuration() != null).filter(kinds).forEach(this::add);
	}

	/**
	 * Adds a configuration, unless another one answers in its place: a filter before
	 * handlers, and within a table what stands before.
	 */
	private void add(OtherCors other) {
		List<Answer> covering = find((answer) -> answer.pattern().equals(other.pattern())
				|| (answer.first().kind() == other.kind() && answer.covers(other.pattern()))
				|| answer.isOfFilter(other));
		if (covering.isEmpty()) {
			this.answers.put(other.pattern(), new Answer(other));
			return;
		}
		Answer answer = covering.get(0);
		if (answer.first().configuration() == other.configuration() && answer.pattern().equals(other.pattern())) {
			answer.others.add(other);
		}
		else {
			addIneffective(other, answer);
		}
	}

	/**
	 * Adds handlers, of which several may share a path.
	 */
	private void addAnnotated() {
		Map<String, Answer> handlers = new LinkedHashMap<>();
		for (OtherCors other : this.all) {
			if (other.kind() != OtherCorsKind.CROSS_ORIGIN) {
				continue;
			}
			List<Answer> filters = find((answer) -> answer.isOfFilter(other));
			Answer same = handlers.get(other.pattern());
			if (!filters.isEmpty()) {
				addIneffective(other, filters.get(0));
			}
			else if (same == null) {
				handlers.put(other.pattern(), new Answer(other));
			}
			else {
				same.add(new Answer(other), this.notSaid);
			}
		}
		handlers.forEach(this.answers::putIfAbsent);
	}

	private void addIneffective(OtherCors other, Answer answer) {
		if (!other.isNone()) {
			this.notSaid.accept(other,
					"has no effect on " + other.pattern() + ": " + answer.first().place() + " answers before");
		}
	}

	private List<Answer> find(Predicate<Answer> condition) {
		return this.answers.values().stream().filter(condition).toList();
	}

	/**
	 * Keeps management endpoints, which mappings of handlers do not hold for, from a
	 * policy that would take them in.
	 */
	private void shieldActuator() {
		String pattern = this.actuatorPath + OtherCors.ANY_PATH;
		if (this.actuatorPath.isEmpty() || this.answers.containsKey(pattern)) {
			return;
		}
		List<Answer> covering = find((answer) -> answer.covers(pattern));
		boolean filtered = covering.stream().anyMatch((answer) -> answer.first().kind().isFilter());
		if (!covering.isEmpty() && !filtered) {
			OtherCors wide = covering.get(0).first();
			Answer none = new Answer(OtherCors.none(wide.kind(), wide.source(), pattern));
			none.comment = "Does not hold for management endpoints, which have no CORS configuration.";
			this.answers.put(pattern, none);
		}
	}

	private List<PolicyDraft> group() {
		Map<List<Object>, PolicyDraft> drafts = new LinkedHashMap<>();
		for (Answer answer : this.answers.values()) {
			PolicyValues values = answer.values;
			PolicyDraft draft = drafts.computeIfAbsent(
					Arrays.asList(answer.first().kind(), owner(answer.first()), values),
					(made) -> (values != null) ? new PolicyDraft(values) : PolicyDraft.denying());
			answer.others.forEach(draft::add);
			if (!answer.comment.isEmpty()) {
				draft.comment("", answer.comment);
			}
		}
		return new ArrayList<>(drafts.values());
	}

	/**
	 * Returns what paths of one policy have in common: the class, the bean, the property.
	 */
	private static String owner(OtherCors other) {
		int method = other.source().indexOf('#');
		return (method < 0) ? other.source() : other.source().substring(0, method);
	}

	/**
	 * The configuration of a path.
	 */
	private static final class Answer {

		private final List<OtherCors> others = new ArrayList<>();

		private @Nullable PolicyValues values;

		private String comment = "";

		Answer(OtherCors other) {
			this.others.add(other);
			this.values = (other.configuration() != null) ? PolicyValues.of(other.configuration()) : null;
		}

		OtherCors first() {
			return this.others.get(0);
		}

		String pattern() {
			return first().pattern();
		}

		boolean covers(String pattern) {
			return Patterns.covers(pattern(), pattern);
		}

		boolean isOfFilter(OtherCors other) {
			return first().kind().isFilter() && covers(other.pattern());
		}

		/**
		 * Adds another handler of the path. One without CORS configuration lends its
		 * methods nothing.
		 */
		void add(Answer handler, BiConsumer<OtherCors, String> notSaid) {
			PolicyValues before = this.values;
			PolicyValues added = handler.values;
			if (added == null) {
				return;
			}
			this.values = (before != null) ? before.narrow(added) : added;
			if (before == null) {
				this.others.clear();
			}
			else if (!before.isLike(added)) {
				notSaid.accept(handler.first(), "shares " + pattern() + " with handlers that are configured otherwise: "
						+ "written is what all of them allow");
			}
			this.others.add(handler.first());
		}

	}

}
