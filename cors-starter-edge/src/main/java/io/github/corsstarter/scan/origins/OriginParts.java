package io.github.corsstarter.scan.origins;

/**
 * An origin taken apart.
 *
 * @param scheme the scheme, without the colon
 * @param host the host
 * @param port the port with its colon, or the empty text for the scheme's default
 */
record OriginParts(String scheme, String host, String port) {

	/**
	 * Takes an origin apart that is known to be one.
	 */
	static OriginParts of(String origin) {
		int schemeEnd = origin.indexOf("://");
		int hostStart = schemeEnd + 3;
		int colon = origin.indexOf(':', Math.max(hostStart, origin.indexOf(']', hostStart)));
		int hostEnd = (colon < 0) ? origin.length() : colon;
		return new OriginParts(origin.substring(0, schemeEnd), origin.substring(hostStart, hostEnd),
				origin.substring(hostEnd));
	}

	/**
	 * Whether the host is a name, in front of which names could stand, and no address.
	 */
	boolean isName() {
		return !this.host.endsWith("]") && !this.host.chars().allMatch((c) -> c == '.' || (c >= '0' && c <= '9'));
	}

	OriginParts withScheme(String scheme) {
		return new OriginParts(scheme, this.host, this.port);
	}

	OriginParts withHost(String host) {
		return new OriginParts(this.scheme, host, this.port);
	}

	OriginParts withPort(String port) {
		return new OriginParts(this.scheme, this.host, port);
	}

	@Override
	public String toString() {
		return this.scheme + "://" + this.host + this.port;
	}

}
