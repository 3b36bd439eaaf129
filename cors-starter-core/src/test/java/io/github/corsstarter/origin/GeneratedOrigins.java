package io.github.corsstarter.origin;

import java.util.Random;

/**
 * Generates entries of allowed origins, and origins that nearly or really match them.
 */
final class GeneratedOrigins {

	private static final String[] SCHEMES = { "https://", "https://", "http://", "moz-extension://", "h://", "wss://" };

	private static final String[] HOSTS = { "example.com", "a.example.com", "com", "localhost", "b-c.co.uk",
			"127.0.0.1", "[::1]", "[2001:db8::1:0:0:1]", "xn--bcher-kva.example", "x_y.example.com" };

	private static final String[] LABELS = { "*.", "*.", "app-*.", "*-x.", "a*b.", "*a.", "a.", "" };

	private static final String[] PORTS = { "", "", "", ":8443", ":*", ":65535" };

	private static final String[] FILLINGS = { "a", "b", "1", "a.b", "-", "_", "x-y", "", ".", "a.", ".a", "A", "*",
			"a..b", "\u00e9", "a:1", "[::1]", "1.2.3.4", "a/b", "a@b" };

	private static final String[] PORT_FILLINGS = { "", ":1", ":80", ":443", ":3000", ":0", ":00", ":080", ":65535",
			":65536", ":99999", ":123456", ":", ":a", ":*", ":-1", ":+1", ":8080:8080" };

	private static final String NOISE = "abzA09-_.:/*[]@ \u00e9\u0000,";

	private GeneratedOrigins() {
	}

	static String entry(Random random) {
		if (random.nextInt(20) == 0) {
			return (random.nextInt(4) == 0) ? "null" : "moz-extension://*" + (random.nextBoolean() ? ":*" : "");
		}
		String host = pick(random, HOSTS);
		boolean name = host.indexOf('.') > 0 && !host.startsWith("1") && !host.startsWith("[");
		String label = name ? pick(random, LABELS)
				: host.equals("localhost") ? pick(random, new String[] { "*.", "" }) : "";
		return pick(random, SCHEMES) + label + host + pick(random, PORTS);
	}

	static String origin(Random random, String entry) {
		String filled = entry;
		if (entry.endsWith(":*")) {
			filled = entry.substring(0, entry.length() - 2) + pick(random, PORT_FILLINGS);
		}
		else if (random.nextInt(5) == 0) {
			filled = entry + pick(random, PORT_FILLINGS);
		}
		filled = filled.replace("*", pick(random, FILLINGS));
		return switch (random.nextInt(12)) {
			case 0 -> insert(random, filled);
			case 1 -> delete(random, filled);
			case 2 -> filled.replace("https://", "http://");
			case 3 -> filled.replace("://", "://sub.");
			case 4 -> filled.replace("://", "://evil");
			case 5 -> filled.replace("://", "://" + "a.".repeat(random.nextInt(160)));
			default -> filled;
		};
	}

	private static String insert(Random random, String text) {
		int at = random.nextInt(text.length() + 1);
		return text.substring(0, at) + NOISE.charAt(random.nextInt(NOISE.length())) + text.substring(at);
	}

	private static String delete(Random random, String text) {
		int at = random.nextInt(text.length());
		return text.substring(0, at) + text.substring(at + 1);
	}

	static String pick(Random random, String[] values) {
		return values[random.nextInt(values.length)];
	}

}
