package io.github.corsstarter.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Requests of one case, all different, so that no branch, no header and no length is a
 * constant to the compiler or always in the nearest cache.
 */
public final class Traffic {

	/** How many requests there are; a power of two. */
	public static final int COUNT = 1024;

	private static final String[] METHODS = { "GET", "POST", "PUT", "GET" };

	private static final String[] ALLOWED_NAMES = { "accept-profile", "authorization", "content-type", "if-match",
			"x-request-id", "x-trace-id" };

	private static final int[][] NAMES_ASKED_FOR = { { 0, 1, 2 }, { 1, 2, 3 }, { 1, 2, 4 }, { 1, 2, 5 }, { 1, 4, 5 },
			{ 2, 3, 4 }, { 2, 4, 5 }, { 3, 4, 5 } };

	private final Case kind;

	private final Size size;

	private final int bytes;

	private Traffic(Case kind, Size size, int bytes) {
		this.kind = kind;
		this.size = size;
		this.bytes = bytes;
	}

	/**
	 * Makes the requests of a case.
	 * @param kind the case
	 * @param size how much is configured
	 * @param bytes the length of the header that makes a case long
	 * @return as many requests as {@link #COUNT} says
	 */
	public static List<RequestData> of(Case kind, Size size, int bytes) {
		Traffic traffic = new Traffic(kind, size, bytes);
		return IntStream.range(0, COUNT).mapToObj(traffic::request).toList();
	}

	static List<String> allowedMethods() {
		return List.of("GET", "POST", "PUT");
	}

	static List<String> allowedHeaders() {
		return List.of(ALLOWED_NAMES);
	}

	private RequestData request(int i) {
		String method = METHODS[i % METHODS.length];
		String granted = this.size.allowedOrigin(i);
		return switch (this.kind) {
			case NO_ORIGIN -> new RequestData(method, path(i), plain());
			case ACTUAL_GRANTED -> new RequestData(method, path(i), actual(i, granted));
			case ACTUAL_REFUSED -> new RequestData(method, path(i), actual(i, stranger(i)));
			case PREFLIGHT_GRANTED -> preflight(i, granted, "PUT", askedFor(i));
			case PREFLIGHT_REFUSED -> refusedPreflight(i, granted);
			case LONG_HEADER_NAMES -> preflight(i, granted, "PUT", longNames(i));
			case LONG_ORIGIN -> new RequestData(method, path(i), actual(i, longOrigin(i)));
			case NO_POLICY -> new RequestData(method, "/pages/" + i + "/index", actual(i, granted));
		};
	}

	private RequestData refusedPreflight(int i, String granted) {
		return switch (i % 3) {
			case 0 -> preflight(i, stranger(i), "PUT", askedFor(i));
			case 1 -> preflight(i, granted, (i % 2 == 0) ? "DELETE" : "PATCH", askedFor(i));
			default -> preflight(i, granted, "PUT", "x-unknown-" + i);
		};
	}

	private String path(int i) {
		return Size.path(this.size.lastPolicy()) + "/orders/" + i;
	}

	private static List<String> plain() {
		return new ArrayList<>(List.of("Host", RequestData.HOST, "User-Agent", "Mozilla/5.0", "Accept", "*/*"));
	}

	/**
	 * Headers as browsers send them; older ones have no {@code Sec-Fetch-Site}.
	 */
	private static List<String> actual(int i, String origin) {
		List<String> headers = plain();
		if (i % 4 != 0) {
			headers.addAll(List.of("Sec-Fetch-Site", "cross-site"));
		}
		headers.addAll(List.of("Origin", origin));
		return headers;
	}

	private RequestData preflight(int i, String origin, String method, String names) {
		List<String> headers = actual(i, origin);
		headers.addAll(List.of("Access-Control-Request-Method", method, "Access-Control-Request-Headers", names));
		return new RequestData("OPTIONS", path(i), headers);
	}

	private static String askedFor(int i) {
		int[] names = NAMES_ASKED_FOR[i % NAMES_ASKED_FOR.length];
		return ALLOWED_NAMES[names[0]] + "," + ALLOWED_NAMES[names[1]] + "," + ALLOWED_NAMES[names[2]];
	}

	/**
	 * An origin that nearly is an allowed one: of another host, scheme, port or ending.
	 */
	private String stranger(int i) {
		String origin = this.size.allowedOrigin(i);
		return switch (i % 4) {
			case 0 -> "https://shop" + i + ".example.net";
			case 1 -> origin.replace("https:", "http:");
			case 2 -> origin + ":" + (8000 + i);
			default -> origin + ".example.net";
		};
	}

	private String longNames(int i) {
		StringBuilder names = new StringBuilder();
		for (int name = i; names.length() < this.bytes; name++) {
			names.append((names.length() == 0) ? "x-" : ",x-").append(name);
		}
		return names.substring(0, this.bytes);
	}

	private String longOrigin(int i) {
		String start = "https://shop" + i;
		return start + ".".repeat(Math.max(0, this.bytes - start.length()));
	}

}
