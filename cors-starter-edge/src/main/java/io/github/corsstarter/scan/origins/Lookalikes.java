package io.github.corsstarter.scan.origins;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Makes the origins that pass careless comparisons: regular expressions without anchors
 * or with bare dots, and comparisons of a start, an end or a part. Whoever owns one of
 * them is let in with the origin that was meant.
 *
 * @see <a href=
 * "https://portswigger.net/research/exploiting-cors-misconfigurations-for-bitcoins-and-bounties">the
 * mistakes as they were found on sites</a>
 */
public final class Lookalikes {

	/**
	 * Characters that some browsers take within a host's name, where an expression that
	 * looks for the end of a word stops.
	 */
	private static final List<String> ODD_CHARACTERS = List.of("_", "-", "{", ",", "`");

	/** So many dots of a name are tried: most names have two or three. */
	private static final int MAX_DOTS = 4;

	private final String token;

	private final Predicate<String> publicSuffixes;

	private final Map<String, Lookalike> found = new LinkedHashMap<>();

	/**
	 * Creates the origins.
	 * @param token a random label, fit for a name
	 * @param publicSuffixes tells a public suffix from other domains
	 */
	public Lookalikes(String token, Predicate<String> publicSuffixes) {
		this.token = token;
		this.publicSuffixes = publicSuffixes;
	}

	/**
	 * Returns what was made, each origin once.
	 */
	public List<Lookalike> list() {
		return List.copyOf(this.found.values());
	}

	/**
	 * Adds an origin that is allowed on other paths.
	 */
	public void elsewhere(String origin) {
		add(OriginParts.of(origin), "allowed on other paths only", true);
	}

	/**
	 * Makes the origins around one.
	 * @param origin an origin that is allowed, or the target's own
	 * @param of the words that name the origin
	 */
	public void around(String origin, String of) {
		OriginParts parts = OriginParts.of(origin);
		add(parts.withScheme(parts.scheme().equals("https") ? "http" : "https"), "other scheme than " + of, true);
		add(parts.withPort(parts.port().equals(":8443") ? ":8444" : ":8443"), "other port than " + of, false);
		if (!parts.host().endsWith("]")) {
			add(behind(parts, "."), "something behind " + of, true);
		}
		if (parts.isName()) {
			aroundName(parts, of);
		}
	}

	private void aroundName(OriginParts parts, String of) {
		String host = parts.host();
		String domain = registrableDomain(host);
		add(parts.withHost(this.token + domain), "something in front of the domain of " + of, true);
		add(parts.withHost(this.token + host), "something in front of " + of, false);
		add(parts.withHost(this.token + "." + host), "subdomain of " + of, true);
		add(parts.withHost(this.token + "." + domain), "subdomain of the domain of " + of, false);
		for (int dot : dots(host)) {
			add(parts.withHost(host.substring(0, dot) + "x" + host.substring(dot + 1)), "dot replaced in " + of, false);
		}
		if (host.length() > 1 && host.charAt(1) != '.') {
			add(parts.withHost(host.substring(1)), "first letter dropped from " + of, false);
		}
		if (host.length() > 1 && host.charAt(host.length() - 2) != '.') {
			add(parts.withHost(host.substring(0, host.length() - 1)), "last letter dropped from " + of, false);
		}
	}

	/**
	 * Makes origins with odd characters behind one.
	 */
	public void oddlyContinued(String origin, String of) {
		OriginParts parts = OriginParts.of(origin);
		if (parts.isName()) {
			for (String character : ODD_CHARACTERS) {
				add(behind(parts, character), "\"" + character + "\" and more behind " + of, false);
			}
		}
	}

	/**
	 * Makes the origins that a wildcard must not match.
	 * @param member an origin that the wildcard matches
	 * @param base what follows the wildcard's label
	 * @param wholeLabel whether the wildcard is a whole label
	 */
	void aroundWildcard(String member, String base, boolean wholeLabel, String of) {
		OriginParts parts = OriginParts.of(member);
		add(parts.withHost(base), "the domain itself of " + of, true);
		add(parts.withHost(this.token + base), "something in front of the domain of " + of, true);
		if (!wholeLabel) {
			int dot = parts.host().indexOf('.');
			add(parts.withHost(parts.host().substring(0, dot) + "." + this.token + parts.host().substring(dot)),
					"label more than " + of, true);
		}
	}

	/**
	 * Makes origins of the machine that a browser runs on, as developers leave them in.
	 */
	public void localhost() {
		for (String origin : List.of("http://localhost", "http://localhost:3000", "http://127.0.0.1",
				"https://localhost")) {
			add(OriginParts.of(origin), "a visitor's own machine", false);
		}
	}

	private OriginParts behind(OriginParts parts, String separator) {
		return parts.withHost(parts.host() + separator + this.token + ".invalid").withPort("");
	}

	private void add(OriginParts parts, String note, boolean telling) {
		String origin = parts.toString();
		this.found.putIfAbsent(origin, new Lookalike(origin, note, telling));
	}

	/**
	 * Returns the last dots of a host.
	 */
	private static List<Integer> dots(String host) {
		List<Integer> dots = new ArrayList<>();
		int dot = host.lastIndexOf('.');
		while (dot > 0 && dots.size() < MAX_DOTS) {
			dots.add(dot);
			dot = host.lastIndexOf('.', dot - 1);
		}
		return dots;
	}

	/**
	 * Returns the part of a name that someone registered: a public suffix and the label
	 * in front of it, or two labels where no suffix is known.
	 */
	private String registrableDomain(String host) {
		int start = 0;
		int dot = host.indexOf('.');
		while (dot > 0) {
			String rest = host.substring(dot + 1);
			boolean suffix = this.publicSuffixes.test(rest) || rest.indexOf('.') < 0;
			if (suffix) {
				return host.substring(start);
			}
			start = dot + 1;
			dot = host.indexOf('.', start);
		}
		return host;
	}

}
