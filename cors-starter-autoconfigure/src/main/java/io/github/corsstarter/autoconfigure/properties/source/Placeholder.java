package io.github.corsstarter.autoconfigure.properties.source;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A placeholder in a value, such as <code>${frontend.url}</code>.
 *
 * @param name the name of the property that it stands for
 */
public record Placeholder(String name) {

	private static final String START = "${";

	/**
	 * Finds the first placeholder of a text.
	 * @param text a value as it is written, or what of it was not resolved
	 * @return the placeholder, or {@code null} where there is none
	 */
	public static @Nullable Placeholder in(@Nullable Object text) {
		String value = String.valueOf(text);
		int start = value.indexOf(START);
		if (start < 0) {
			return null;
		}
		int end = start + START.length();
		while (end < value.length() && value.charAt(end) != '}' && value.charAt(end) != ':') {
			end++;
		}
		return new Placeholder(value.substring(start + START.length(), end));
	}

	/**
	 * Returns the message where nothing sets the property.
	 * @return a text that goes on from the value
	 */
	public String notResolved() {
		return "is a placeholder that is not resolved: " + this.name + " is not set";
	}

	/**
	 * Returns the message where the property is there, but empty.
	 * @return a text that goes on from the value
	 */
	public String resolvedToNothing() {
		return "is a placeholder that resolves to nothing: " + this.name + " is empty or not set";
	}

	/**
	 * Returns how to give the placeholder a value.
	 * @return whole sentences
	 */
	public String advice() {
		// As Boot looks it up: dots become underscores, and dashes go.
		String variable = this.name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
		return "Set " + (variable.equals(this.name) ? "it" : this.name) + ", as the variable " + variable
				+ " in the environment for one, or delete the entry.";
	}

}
