package io.github.corsstarter.origin;

/**
 * An entry of a policy's allowed origins that is valid: every value it matches could have
 * been sent by a browser. At most one {@code *} stands in the host; a second one may
 * stand for the port.
 */
public final class OriginPattern {

	/** The entry that matches every origin. */
	public static final String ANY = "*";

	private final String text;

	private final int schemeEnd;

	private final int hostEnd;

	private final boolean anyPort;

	OriginPattern(String text, int schemeEnd, int hostEnd, boolean anyPort) {
		this.text = text;
		this.schemeEnd = schemeEnd;
		this.hostEnd = hostEnd;
		this.anyPort = anyPort;
	}

	/**
	 * Reads an entry other than {@code *} and {@code null}.
	 * @param text the entry, as its author wrote it
	 * @return the pattern
	 * @throws InvalidOriginException if no browser's origin could match it
	 */
	public static OriginPattern parse(String text) {
		return OriginPatternParser.parse(text);
	}

	/**
	 * Returns the scheme.
	 * @return the scheme, without the colon
	 */
	public String scheme() {
		return this.text.substring(0, this.schemeEnd);
	}

	/**
	 * Returns the host, with its wildcard if it has one.
	 * @return the host
	 */
	public String host() {
		return this.text.substring(this.schemeEnd + 3, this.hostEnd);
	}

	/**
	 * Whether a part of the host is a wildcard.
	 * @return whether more than one host matches
	 */
	public boolean isWildcard() {
		return this.text.lastIndexOf('*', this.hostEnd - 1) >= 0;
	}

	/**
	 * Whether the origin is neither encrypted nor on the same machine: {@code http://},
	 * and not a loopback address or a name below {@code localhost}, which browsers
	 * resolve to loopback (RFC 6761, section 6.3).
	 * @return whether someone on the network can pose as this origin
	 */
	public boolean isInsecure() {
		return scheme().equals("http") && !isLoopback();
	}

	/**
	 * Whether the origin is one of the machine that the browser runs on.
	 * @return whether it is an http(s) origin with a loopback host
	 */
	public boolean isLoopback() {
		String host = host();
		return host.equals("localhost") || host.endsWith(".localhost") || host.equals("[::1]")
				|| (host.startsWith("127.") && Hosts.isIpv4(host, 0, host.length()));
	}

	/**
	 * Returns what follows the wildcard's label.
	 * @return a domain, or the empty text where there is no wildcard label or nothing
	 * follows it
	 */
	public String wildcardBase() {
		String host = host();
		int dot = host.indexOf('.');
		return (isWildcard() && dot > 0) ? host.substring(dot + 1) : "";
	}

	/**
	 * Returns the port.
	 * @return a number, {@code *} for any port, or the empty text for the scheme's
	 * default
	 */
	public String port() {
		return (this.hostEnd == this.text.length()) ? "" : this.text.substring(this.hostEnd + 1);
	}

	boolean anyPort() {
		return this.anyPort;
	}

	/**
	 * Returns the entry without a wildcard port: what is compared with an origin, or with
	 * an origin whose port was cut off.
	 */
	String comparable() {
		return this.anyPort ? this.text.substring(0, this.hostEnd) : this.text;
	}

	@Override
	public String toString() {
		return this.text;
	}

}
