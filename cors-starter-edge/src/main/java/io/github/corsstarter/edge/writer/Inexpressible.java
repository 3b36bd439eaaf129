package io.github.corsstarter.edge.writer;

/**
 * A value that a target cannot say.
 *
 * @param policy the policy's name
 * @param key the value's key, as {@code allowed-origins}
 * @param index the value's place in a list, or {@link #WHOLE}
 * @param value the value
 * @param message why it cannot be said: a phrase that follows the value
 * @param advice what to do: a sentence
 */
public record Inexpressible(String policy, String key, int index, String value, String message, String advice) {

	/** Stands for a whole list, and for what is no list. */
	public static final int WHOLE = -1;

	/**
	 * Returns the key with the place.
	 */
	public String property() {
		return (this.index == WHOLE) ? this.key : this.key + "[" + this.index + "]";
	}

}
