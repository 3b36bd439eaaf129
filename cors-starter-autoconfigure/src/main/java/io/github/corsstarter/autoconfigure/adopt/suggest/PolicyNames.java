package io.github.corsstarter.autoconfigure.adopt.suggest;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.corsstarter.autoconfigure.adopt.OtherCors;
import io.github.corsstarter.text.Codes;

/**
 * Names policies after what they were made of.
 */
final class PolicyNames {

	private static final List<String> ENDINGS = List.of("-rest-controller", "-controller", "-resource", "-endpoint");

	/** Names as they are compared, without case, {@code -} and {@code _}. */
	private final Set<String> taken = new HashSet<>();

	PolicyNames(List<String> taken) {
		taken.forEach((name) -> this.taken.add(Codes.uniform(name)));
	}

	String next(OtherCors other, String path) {
		String base = switch (other.kind()) {
			case CROSS_ORIGIN -> ofClass(other.source());
			case MANAGEMENT -> "management";
			default -> ofPath(path);
		};
		String name = base;
		for (int number = 2; !this.taken.add(Codes.uniform(name)); number++) {
			name = base + "-" + number;
		}
		return name;
	}

	private static String ofClass(String source) {
		StringBuilder kebab = new StringBuilder();
		for (char c : source.replace('#', '-').toCharArray()) {
			if (Character.isUpperCase(c) && !kebab.isEmpty() && kebab.charAt(kebab.length() - 1) != '-') {
				kebab.append('-');
			}
			kebab.append(isPlain(Character.toLowerCase(c)) ? Character.toLowerCase(c) : '-');
		}
		String name = kebab.toString();
		for (String ending : ENDINGS) {
			if (name.endsWith(ending) && name.length() > ending.length()) {
				return name.substring(0, name.length() - ending.length());
			}
		}
		return name;
	}

	private static String ofPath(String path) {
		StringBuilder name = new StringBuilder();
		for (String segment : path.toLowerCase(Locale.ROOT).split("/", -1)) {
			if (!segment.isEmpty() && segment.chars().allMatch((c) -> isPlain((char) c))) {
				name.append(name.isEmpty() ? "" : "-").append(segment);
			}
		}
		if (name.isEmpty()) {
			return path.equals(OtherCors.ANY_PATH) ? "everything" : "paths";
		}
		return Character.isDigit(name.charAt(0)) ? "path-" + name : name.toString();
	}

	private static boolean isPlain(char c) {
		return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
	}

}
