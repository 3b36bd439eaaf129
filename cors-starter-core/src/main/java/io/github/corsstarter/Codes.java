package io.github.corsstarter;

import java.util.Locale;

/**
 * Names of enum constants as users write and read them.
 */
final class Codes {

	private Codes() {
	}

	static String of(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
