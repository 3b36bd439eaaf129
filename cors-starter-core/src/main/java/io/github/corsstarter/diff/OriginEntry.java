package io.github.corsstarter.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.origin.OriginPattern;
import io.github.corsstarter.origin.OriginSet;
import io.github.corsstarter.origin.Origins;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a policy's allowed origins, with samples of what it matches. The samples of
 * a wildcard differ in everything that entries can tell apart: the first and the last
 * character of the label, its length, the number of labels, and the port.
 */
final class OriginEntry {

	private static final String LABEL = "qabcdefghijklmnoprstuvwxyz0123456789-_";

	private static final String SOME_LABEL = "q0q";

	/** Origins that no other entry matches by chance, and the opaque one. */
	private static final List<String> STRANGERS = List.of("https://any-origin.invalid", "http://any.origin.test:49151",
			Origins.OPAQUE);

	private static final List<String> PORTS = List.of("", ":49151", ":1");

	private final String text;

	private final @Nullable OriginPattern pattern;

	private final OriginSet set;

	private final List<String> samples;

	private OriginEntry(String text, @Nullable OriginPattern pattern, OriginSet set, List<String> samples) {
		this.text = text;
		this.pattern = pattern;
		this.set = set;
		this.samples = samples;
	}

	static List<OriginEntry> of(OriginSet origins) {
		if (origins.isAny()) {
			return List.of(new OriginEntry(OriginPattern.ANY, null, origins, STRANGERS));
		}
		List<OriginEntry> entries = new ArrayList<>();
		for (OriginPattern pattern : origins.patterns()) {
			entries.add(new OriginEntry(pattern.toString(), pattern, OriginSet.of(List.of(pattern), false),
					samples(pattern)));
		}
		if (origins.isOpaque()) {
			entries.add(new OriginEntry(Origins.OPAQUE, null, OriginSet.of(List.of(), true), List.of(Origins.OPAQUE)));
		}
		return entries;
	}

	private static List<String> samples(OriginPattern pattern) {
		List<String> ports = pattern.port().equals("*") ? PORTS : List.of(port(pattern.port()));
		List<String> samples = new ArrayList<>();
		for (String host : hosts(pattern)) {
			ports.forEach((port) -> samples.add(pattern.scheme() + "://" + host + port));
		}
		return samples;
	}

	private static String port(String port) {
		return port.isEmpty() ? "" : ":" + port;
	}

	private static List<String> hosts(OriginPattern pattern) {
		String host = pattern.host();
		if (!pattern.isWildcard()) {
			return List.of(host);
		}
		List<String> hosts = new ArrayList<>();
		for (int i = 0; i < LABEL.length(); i++) {
			String c = LABEL.substring(i, i + 1);
			hosts.add(host.replace("*", c + "0" + c));
			hosts.add(host.replace("*", c));
		}
		if (host.startsWith("*.")) {
			hosts.add(host.replace("*", SOME_LABEL + "." + SOME_LABEL));
		}
		return hosts;
	}

	String text() {
		return this.text;
	}

	/**
	 * Returns an origin that the entry matches and a policy does not allow, or
	 * {@code null} where it allows all of them.
	 */
	@Nullable String outside(Granted granted) {
		return granted.lists(this) ? null
				: this.samples.stream()
					.filter((origin) -> !granted.origins().contains(origin))
					.findFirst()
					.orElse(null);
	}

	/**
	 * Returns an origin that the entry matches and a policy allows, or {@code null} where
	 * it allows none of them.
	 */
	@Nullable String inside(Granted granted) {
		Stream<String> meeting = granted.entries().stream().map(this::meeting).filter(this.set::contains);
		return Stream.concat(this.samples.stream(), meeting)
			.filter(granted.origins()::contains)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Returns an origin that both entries match, if there is one.
	 */
	private String meeting(OriginEntry other) {
		if (this.pattern == null || other.pattern == null) {
			return other.samples.get(0);
		}
		String port = other.pattern.port().equals("*") ? this.pattern.port() : other.pattern.port();
		return other.pattern.scheme() + "://" + meeting(this.pattern.host(), other.pattern.host())
				+ port(port.equals("*") ? "" : port);
	}

	/**
	 * Returns a host that begins and ends as both hosts with wildcards do.
	 */
	private static String meeting(String one, String other) {
		int star = one.indexOf('*');
		int otherStar = other.indexOf('*');
		if (otherStar < 0 || star < 0) {
			return other.replace("*", SOME_LABEL);
		}
		return longer(one.substring(0, star), other.substring(0, otherStar)) + SOME_LABEL
				+ longer(one.substring(star + 1), other.substring(otherStar + 1));
	}

	private static String longer(String one, String other) {
		return (one.length() > other.length()) ? one : other;
	}

}
