package io.github.corsstarter.autoconfigure.adopt.suggest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.autoconfigure.adopt.OtherCorsReader;
import io.github.corsstarter.autoconfigure.adopt.Patterns;
import io.github.corsstarter.autoconfigure.adopt.suggest.Suggestion.From;
import io.github.corsstarter.autoconfigure.adopt.suggest.Suggestion.NotSaid;
import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.text.Printable;

/**
 * Puts the application's own CORS configuration into policies, none of them wider.
 */
public final class CorsSuggester {

	private final OtherCorsReader reader;

	private final CorsEngine engine;

	private final String actuatorPath;

	/**
	 * Creates a suggester.
	 * @param reader reads the configuration
	 * @param engine holds the policies that are there already
	 * @param actuatorPath the path below which management endpoints are, or the empty
	 * text
	 */
	public CorsSuggester(OtherCorsReader reader, CorsEngine engine, String actuatorPath) {
		this.reader = reader;
		this.engine = engine;
		this.actuatorPath = actuatorPath;
	}

	/**
	 * Reads the configuration and puts it into policies.
	 * @return the policies, and what they do not say
	 */
	public Suggestion suggest() {
		List<NotSaid> notSaid = new ArrayList<>();
		EffectiveCors effective = new EffectiveCors(this.reader.read(true), this.actuatorPath,
				(other, why) -> notSaid.add(new NotSaid(Printable.of(other.place()), why)));
		List<PolicyDraft> drafts = new ArrayList<>();
		for (PolicyDraft draft : withoutGoverned(effective.drafts(), notSaid)) {
			settle(draft, notSaid);
			if (!draft.list(PolicyDraft.PATHS).isEmpty()) {
				drafts.add(draft);
			}
		}
		Set<From> from = new LinkedHashSet<>();
		drafts.forEach((draft) -> draft.madeOf()
			.forEach((other) -> from.add(new From(other.kind().code(), Printable.of(other.source()), draft.name()))));
		return new Suggestion(SuggestionYaml.of(drafts), List.copyOf(from),
				new ArrayList<>(new LinkedHashSet<>(notSaid)));
	}

	/**
	 * Leaves out paths that policies have already, and names the others.
	 */
	private List<PolicyDraft> withoutGoverned(List<PolicyDraft> drafts, List<NotSaid> notSaid) {
		List<PolicyDraft> left = new ArrayList<>();
		PolicyNames names = new PolicyNames(
				this.engine.policySet().policies().stream().map((policy) -> policy.name()).toList());
		for (PolicyDraft draft : drafts) {
			draft.list(PolicyDraft.PATHS).removeIf((path) -> {
				String policy = governing(path);
				if (!policy.isEmpty()) {
					notSaid.add(new NotSaid(draft.madeOf().get(0).place(),
							"the policy " + policy + " has the path " + Printable.of(path) + " already"));
				}
				return !policy.isEmpty();
			});
			if (!draft.list(PolicyDraft.PATHS).isEmpty()) {
				draft.name(names.next(draft.madeOf().get(0), draft.list(PolicyDraft.PATHS).get(0)));
				left.add(draft);
			}
		}
		return left;
	}

	private String governing(String path) {
		PathExpression expression = Patterns.parse(path);
		return this.engine.policySet()
			.policies()
			.stream()
			.filter((policy) -> expression != null && policy.mode().governs()
					&& policy.compiled().paths().stream().anyMatch((other) -> other.shape().equals(expression.shape())))
			.map((policy) -> policy.name())
			.findFirst()
			.orElse("");
	}

	private void settle(PolicyDraft draft, List<NotSaid> notSaid) {
		List<String> before = List.copyOf(draft.list(PolicyDraft.PATHS));
		draft.settle(this.engine.policySet().settings());
		for (String path : before) {
			if (!draft.list(PolicyDraft.PATHS).contains(path)) {
				notSaid.add(new NotSaid(Printable.of(draft.madeOf().get(0).place()),
						"paths of policies have no words for " + Printable.of(path)));
			}
		}
	}

}
