package io.github.corsstarter.policy;

/**
 * A key of a policy, or one entry of the list that the key holds.
 *
 * @param name the key as configuration writes it, such as {@code allowed-origins}, or the
 * empty text for the policy itself
 * @param index the entry's index in the list, or {@value #NO_INDEX} for the whole value
 */
public record PolicyKey(String name, int index) {

	/** Stands for the whole value of a key. */
	public static final int NO_INDEX = -1;

	/** Stands for the policy itself. */
	public static final PolicyKey NONE = of("");

	/**
	 * Returns a key.
	 * @param name the key as configuration writes it
	 * @return the key, for its whole value
	 */
	public static PolicyKey of(String name) {
		return new PolicyKey(name, NO_INDEX);
	}

	/**
	 * Returns the key as configuration writes it.
	 * @return a text such as {@code allowed-origins[1]}
	 */
	@Override
	public String toString() {
		return (this.index == NO_INDEX) ? this.name : this.name + "[" + this.index + "]";
	}

}
