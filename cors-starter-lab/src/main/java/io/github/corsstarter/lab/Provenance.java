package io.github.corsstarter.lab;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.corsstarter.origin.InvalidOriginException;
import io.github.corsstarter.origin.OriginPattern;
import org.jspecify.annotations.Nullable;

/**
 * What tells where a request comes from. A browser on the same machine shows all three
 * signs; a page that rebinds its own name to a loopback address (DNS rebinding) has no
 * local {@code Host}, and whoever comes through a proxy is no peer of the connection.
 *
 * @param peers the other end of the connection: what the server says it is, and what it
 * is by the connection itself where that can be had
 * @param hosts the values of the header {@code Host}
 * @param forwarded whether a header of a proxy is there
 */
public record Provenance(List<String> peers, List<String> hosts, boolean forwarded) {

	/** The name under which a server leaves what it noted with a request. */
	public static final String ATTRIBUTE = Provenance.class.getName();

	private static final String FORWARDED_PREFIX = "x-forwarded-";

	// The longest textual form of an IPv6 address, and brackets.
	private static final int MAX_ADDRESS_LENGTH = 47;

	/**
	 * Creates a provenance.
	 */
	public Provenance {
		peers = List.copyOf(peers);
		hosts = List.copyOf(hosts);
	}

	/**
	 * Whether a header is one that proxies add.
	 * @param name the header's name
	 * @return whether it is
	 */
	public static boolean isForwarding(String name) {
		return name.equalsIgnoreCase("Forwarded") || name.equalsIgnoreCase("Via")
				|| name.regionMatches(true, 0, FORWARDED_PREFIX, 0, FORWARDED_PREFIX.length());
	}

	/**
	 * Adds what was noted elsewhere about the same request.
	 * @param other the note, or {@code null} if there is none
	 * @return a provenance with all that speaks against a request from this machine
	 */
	public Provenance and(@Nullable Provenance other) {
		if (other == null) {
			return this;
		}
		List<String> peers = Stream.concat(this.peers.stream(), other.peers.stream()).toList();
		return new Provenance(peers, other.hosts, this.forwarded || other.forwarded);
	}

	/**
	 * Returns why the request is not taken for that of a browser on this machine.
	 * @return the reason, or {@code null} if it is
	 */
	@Nullable Objection objection() {
		if (this.peers.isEmpty() || !this.peers.stream().allMatch(Provenance::isLoopbackAddress)) {
			return Objection.REMOTE_PEER;
		}
		if (this.hosts.size() != 1 || !isLocalName(this.hosts.get(0))) {
			return Objection.FOREIGN_HOST;
		}
		return this.forwarded ? Objection.FORWARDED : null;
	}

	private static boolean isLoopbackAddress(String address) {
		boolean bracketed = address.startsWith("[") && address.endsWith("]");
		String literal = bracketed ? address.substring(1, address.length() - 1) : address;
		return literal.length() <= MAX_ADDRESS_LENGTH
				&& (isIpv6Loopback(literal) || (isLoopback(literal) && !literal.endsWith("localhost")));
	}

	/**
	 * Whether the text is {@code ::1}, however it is spelled out: servers write all eight
	 * groups.
	 */
	private static boolean isIpv6Loopback(String literal) {
		return literal.equals("::1") || literal.equals("0:0:0:0:0:0:0:1");
	}

	private static boolean isLocalName(String host) {
		int bracket = host.indexOf(']');
		int colon = host.indexOf(':', bracket + 1);
		if (colon >= 0 && !isPort(host, colon + 1)) {
			return false;
		}
		return isLoopback((colon < 0) ? host : host.substring(0, colon));
	}

	private static boolean isPort(String host, int start) {
		for (int i = start; i < host.length(); i++) {
			if (host.charAt(i) < '0' || host.charAt(i) > '9') {
				return false;
			}
		}
		return host.length() - start <= 5;
	}

	private static boolean isLoopback(String host) {
		try {
			// Other letters than those of ASCII would turn into such in lower case.
			return host.chars().allMatch((c) -> c < 128 && c != '*')
					&& OriginPattern.parse("http://" + host.toLowerCase(Locale.ROOT)).isLoopback();
		}
		catch (InvalidOriginException ex) {
			return false;
		}
	}

	/**
	 * Why a request is not taken for that of a browser on this machine.
	 */
	enum Objection {

		/** The connection comes from elsewhere. */
		REMOTE_PEER("its connection comes from another machine"),

		/** The name is not one of this machine alone. */
		FOREIGN_HOST("its Host is neither a loopback address nor localhost nor below localhost"),

		/** A proxy is in between. */
		FORWARDED("a proxy forwarded it");

		private final String text;

		Objection(String text) {
			this.text = text;
		}

		@Override
		public String toString() {
			return this.text;
		}

	}

}
