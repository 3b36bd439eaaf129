package io.github.corsstarter.text;

import java.util.Locale;

/**
 * Names as users write and read them.
 */
public final class Codes {

	private Codes() {
	}

	/**
	 * Returns the name of a constant.
	 * @param constant the constant
	 * @return the name in kebab case
	 */
	public static String of(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Returns what names of policies and keys are compared by, so that environment
	 * variables can write them: {@code publicapi} for {@code public-api}.
	 * @param name a name as somebody wrote it
	 * @return the name in lower case, without dashes and underscores
	 */
	public static String uniform(String name) {
		return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
	}

}
