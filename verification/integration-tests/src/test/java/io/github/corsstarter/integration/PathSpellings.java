package io.github.corsstarter.integration;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Spells paths in ways that servers and frameworks read differently.
 */
final class PathSpellings {

	private static final List<String> INSERTS = List.of("/", "//", "/./", "/../", ";", ";x=y", ";x=y/", "/;/", "/;x=y/",
			"/.;/", "/..;/", "/..;x=y/", "%2F", "%2f", "%5C", "\\", "%2e", "%2e%2e", "/%2e/", "/%2e%2e/", "..%2F",
			"%252F", "%252e%252e%252f", "+", "%20", "%2B", "%3B", "%3Bx=y", "%00", "%C3%A9", "%C0%AF", "%E2%80%8B", ".",
			"..", "/x/../", "%25", "?", "%3F", "%23", "/..%2f", "%09", "*", "~", ":", "@");

	private final Random random;

	private final List<String> paths;

	PathSpellings(long seed, List<String> paths) {
		this.random = new Random(seed);
		this.paths = paths;
	}

	String next() {
		String path = any(this.paths);
		int changes = 1 + this.random.nextInt(3);
		for (int i = 0; i < changes; i++) {
			path = change(path);
		}
		return path.startsWith("/") ? path : "/" + path;
	}

	private String change(String path) {
		return switch (this.random.nextInt(9)) {
			case 0, 1 -> insert(path, any(INSERTS));
			case 2 -> afterSegment(path, any(INSERTS));
			case 3 -> encode(path, "%");
			case 4 -> encode(path, "%25");
			case 5 -> flipCase(path);
			case 6 -> path + (this.random.nextBoolean() ? "/" : any(INSERTS));
			case 7 -> throughAnother(path);
			default -> any(INSERTS) + path;
		};
	}

	private String insert(String path, String text) {
		int at = this.random.nextInt(path.length() + 1);
		return path.substring(0, at) + text + path.substring(at);
	}

	private String afterSegment(String path, String text) {
		int slash = path.indexOf('/', 1 + this.random.nextInt(path.length()));
		return (slash < 0) ? path + text : path.substring(0, slash) + text + path.substring(slash);
	}

	private String encode(String path, String percent) {
		int at = this.random.nextInt(path.length());
		char c = path.charAt(at);
		StringBuilder encoded = new StringBuilder(path.substring(0, at));
		for (byte octet : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
			String hex = String.format("%02x", octet & 0xff);
			encoded.append(percent).append(this.random.nextBoolean() ? hex : hex.toUpperCase(Locale.ROOT));
		}
		return encoded.append(path.substring(at + 1)).toString();
	}

	private String flipCase(String path) {
		int at = this.random.nextInt(path.length());
		char c = path.charAt(at);
		String flipped = switch (this.random.nextBoolean() ? c : ' ') {
			// Characters that Spring takes for the same where case does not differ.
			case 's' -> "%C5%BF";
			case 'i' -> any(List.of("%C4%B0", "%C4%B1"));
			case 'k' -> "%E2%84%AA";
			default -> String.valueOf(Character.isLowerCase(c) ? Character.toUpperCase(c) : Character.toLowerCase(c));
		};
		return path.substring(0, at) + flipped + path.substring(at + 1);
	}

	private String throughAnother(String path) {
		String back = any(List.of("/..", "/%2e%2e", "/..;", "/..;x=y", "/.%2E", "%2F..", "\\..", "%5C.."));
		String other = any(this.paths);
		long depth = other.chars().filter((c) -> c == '/').count();
		return other + back.repeat((int) depth - this.random.nextInt(2)) + path;
	}

	private String any(List<String> list) {
		return list.get(this.random.nextInt(list.size()));
	}

}
