package io.github.corsstarter.autoconfigure.adopt.suggest;

import java.util.ArrayList;
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
			PolicyValues values = values(source);
			if (source.kind() != OtherCorsKind.CORS_CONFIGURATION_SOURCE || values == null) {
				continue;
			}
			List<Answer> asking = this.answers.values()
				.stream()
				.filter((answer) -> values.equals(answer.values))
				.toList();
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
		List<Answer> granting = this.answers.values().stream().filter((answer) -> answer.values != null).toList();
		granting.stream()
			.map((answer) -> answer.others.get(0))
			.filter((first) -> first.kind().isFilter())
			.findFirst()
			.ifPresent((filter) -> granting.stream()
				.map((answer) -> answer.others.get(0))
				.filter((other) -> !other.kind().isFilter())
				.forEach((other) -> this.notSaid.accept(other, "preflights of " + other.pattern()
						+ " are granted by the policy; " + filter.place() + " refuses them where it runs")));
	}

	private void add(Predicate<OtherCors> kinds) {
		this.all.stream().filter((other) -> other.configuration() != null).filter(kinds).forEach(this::add);
	}

	private void add(OtherCors other) {
		Answer covering = covering(other);
		if (covering == null) {
			this.answers.put(other.pattern(), new Answer(other, values(other)));
		}
		else if (covering.others.get(0).configuration() == other.configuration()
				&& covering.pattern().equals(other.pattern())) {
			covering.others.add(other);
		}
		else {
			this.notSaid.accept(other,
					"has no effect on " + other.pattern() + ": " + covering.others.get(0).place() + " answers before");
		}
	}

	/**
	 * Finds what answers in place of a configuration: a filter before handlers, and
	 * within a table what stands before.
	 */
	private @Nullable Answer covering(OtherCors other) {
		for (Answer answer : this.answers.values()) {
			OtherCorsKind kind = answer.others.get(0).kind();
			boolean before = kind.isFilter() || kind == other.kind();
			if ((before && Patterns.covers(answer.pattern(), other.pattern()))
					|| answer.pattern().equals(other.pattern())) {
				return answer;
			}
		}
		return null;
	}

	/**
	 * Adds handlers, of which several may share a path.
	 */
	private void addAnnotated() {
		Map<String, Answer> handlers = new LinkedHashMap<>();
		for (OtherCors other : this.all) {
			if (other.kind() != OtherCorsKind.CROSS_ORIGIN || isAnsweredByFilter(other)) {
				continue;
			}
			Answer same = handlers.get(other.pattern());
			if (same == null) {
				handlers.put(other.pattern(), new Answer(other, values(other)));
			}
			else {
				same.add(other, values(other), this.notSaid);
			}
		}
		handlers.forEach(this.answers::putIfAbsent);
	}

	private boolean isAnsweredByFilter(OtherCors other) {
		for (Answer answer : this.answers.values()) {
			if (answer.others.get(0).kind().isFilter() && Patterns.covers(answer.pattern(), other.pattern())) {
				if (!other.isNone()) {
					this.notSaid.accept(other, "has no effect on " + other.pattern() + ": "
							+ answer.others.get(0).place() + " answers before");
				}
				return true;
			}
		}
		return false;
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
		List<Answer> covering = this.answers.values()
			.stream()
			.filter((answer) -> Patterns.covers(answer.pattern(), pattern))
			.toList();
		boolean filtered = covering.stream().anyMatch((answer) -> answer.others.get(0).kind().isFilter());
		if (!covering.isEmpty() && !filtered) {
			OtherCors wide = covering.get(0).others.get(0);
			Answer none = new Answer(OtherCors.none(wide.kind(), wide.source(), pattern), null);
			none.comment = "Does not hold for management endpoints, which have no CORS configuration.";
			this.answers.put(pattern, none);
		}
	}

	private static @Nullable PolicyValues values(OtherCors other) {
		return (other.configuration() != null) ? PolicyValues.of(other.configuration()) : null;
	}

	private List<PolicyDraft> group() {
		Map<List<Object>, PolicyDraft> drafts = new LinkedHashMap<>();
		for (Answer answer : this.answers.values()) {
			OtherCors first = answer.others.get(0);
			PolicyValues values = answer.values;
			List<Object> key = (values != null) ? List.of(first.kind(), owner(first), values)
					: List.of(first.kind(), owner(first));
			PolicyDraft draft = drafts.computeIfAbsent(key,
					(made) -> (values != null) ? PolicyDraft.granting(values) : PolicyDraft.denying());
			answer.others.forEach((other) -> draft.add(other, other.pattern()));
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

		Answer(OtherCors other, @Nullable PolicyValues values) {
			this.others.add(other);
			this.values = values;
		}

		String pattern() {
			return this.others.get(0).pattern();
		}

		/**
		 * Adds another handler of the path. One without CORS configuration lends its
		 * methods nothing.
		 */
		void add(OtherCors other, @Nullable PolicyValues values, BiConsumer<OtherCors, String> notSaid) {
			PolicyValues before = this.values;
			if (values == null) {
				return;
			}
			this.values = (before != null) ? before.narrow(values) : values;
			if (before == null) {
				this.others.clear();
			}
			else if (!before.isLike(values)) {
				notSaid.accept(other, "shares " + other.pattern() + " with handlers that are configured otherwise: "
						+ "written is what all of them allow");
			}
			this.others.add(other);
		}

	}

}
