package io.github.corsstarter.text;

import java.util.Locale;

/**
 * Names of enum constants as users write and read them.
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

}
