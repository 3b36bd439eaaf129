package io.github.corsstarter.scan.wire;

/**
 * A value that is sent and never shown: it has no text form, and is taken out of what a
 * server sends back.
 */
public final class Secret {

	/** The secret of a scan that has none. */
	public static final Secret NONE = new Secret("");

	private static final String COVER = "***";

	private final String value;

	private Secret(String value) {
		this.value = value;
	}

	/**
	 * Makes the value of an {@code Authorization} header.
	 * @param token a bearer token, or a scheme and its credentials with a space between
	 * @return the secret
	 * @throws IllegalArgumentException if the token is blank or holds what no header can
	 */
	public static Secret authorization(String token) {
		String value = token.strip();
		if (value.isEmpty() || value.chars().anyMatch((c) -> c < ' ' || c > 126)) {
			throw new IllegalArgumentException("The token is empty, or holds characters that no header can.");
		}
		return new Secret((value.indexOf(' ') < 0) ? "Bearer " + value : value);
	}

	boolean isPresent() {
		return !this.value.isEmpty();
	}

	String reveal() {
		return this.value;
	}

	/**
	 * Takes the secret out of a text. A server that echoes what it gets must not bring it
	 * into a report.
	 */
	public String cover(String text) {
		if (!isPresent()) {
			return text;
		}
		String credentials = this.value.substring(this.value.indexOf(' ') + 1);
		return text.replace(this.value, COVER).replace(credentials, COVER);
	}

	@Override
	public String toString() {
		return isPresent() ? COVER : "";
	}

}
