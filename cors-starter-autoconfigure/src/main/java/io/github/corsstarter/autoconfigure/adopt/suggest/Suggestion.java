package io.github.corsstarter.autoconfigure.adopt.suggest;

import java.util.List;

/**
 * The application's own CORS configuration as policies.
 *
 * @param yaml policies that a start accepts, empty where there is nothing to say; what a
 * start would refuse stands in comments
 * @param from what each policy was made of
 * @param notSaid what no policy says, and why
 */
public record Suggestion(String yaml, List<From> from, List<NotSaid> notSaid) {

	/**
	 * Creates a suggestion.
	 */
	public Suggestion {
		from = List.copyOf(from);
		notSaid = List.copyOf(notSaid);
	}

	/**
	 * What a policy was made of.
	 *
	 * @param kind how it is configured
	 * @param source the bean, class, method or property that holds it
	 * @param policy the policy's name
	 */
	public record From(String kind, String source, String policy) {
	}

	/**
	 * What no policy says.
	 *
	 * @param source the bean, class, method or property that holds it
	 * @param why the reason
	 */
	public record NotSaid(String source, String why) {
	}

}
