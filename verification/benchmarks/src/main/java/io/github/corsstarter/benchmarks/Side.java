package io.github.corsstarter.benchmarks;

/**
 * Whose filter is measured.
 */
public enum Side {

	/** A filter that only goes on. */
	EMPTY,

	/** Our filter, with nothing that is told of decisions. */
	OURS,

	/** Our filter, with a meter registry. */
	METERED,

	/** Our filter, with a meter registry and the record of refusals. */
	OBSERVED,

	/** Spring's filter as a filter finds a request: its path is not parsed yet. */
	SPRING,

	/** Spring's filter, on requests whose path something else parsed before. */
	SPRING_PARSED,

	/** Tomcat's filter, which knows neither policies by path nor wildcards. */
	TOMCAT,

	/** The least that a filter can do for one policy: fast, and unsafe. */
	THROW_AWAY;

	/**
	 * Whether the filter can do what the case asks for.
	 * @param kind the case
	 * @param size how much is configured
	 * @return whether it makes sense to measure it
	 */
	public boolean does(Case kind, Size size) {
		return switch (this) {
			case EMPTY -> kind == Case.NO_ORIGIN && size.policies() == 1 && size.origins() == 1;
			case TOMCAT -> kind != Case.NO_POLICY && size.policies() == 1 && !size.wildcards();
			case THROW_AWAY -> size.policies() == 1 && !size.wildcards();
			default -> true;
		};
	}

	/**
	 * Whether there is such a filter for the reactive stack.
	 * @return whether it can be measured there
	 */
	public boolean isReactive() {
		return this != TOMCAT && this != SPRING_PARSED && this != THROW_AWAY;
	}

}
