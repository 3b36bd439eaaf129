package io.github.corsstarter.edge;

import io.github.corsstarter.text.Codes;

/**
 * What a target may not be able to say. The ids are stable.
 */
public enum EdgeRule {

	/** A path that the target has no expression for. */
	EDGE_PATH_NOT_EXPRESSIBLE,

	/** An origin that the target has no expression for. */
	EDGE_ORIGIN_NOT_EXPRESSIBLE,

	/** A method that the target does not know. */
	EDGE_METHOD_NOT_EXPRESSIBLE,

	/** A list of header names that the target cannot hold. */
	EDGE_HEADER_NOT_EXPRESSIBLE,

	/** A time for which the target cannot let a preflight's answer be cached. */
	EDGE_MAX_AGE_NOT_EXPRESSIBLE;

	/**
	 * Returns the rule about a key of policies.
	 */
	static EdgeRule about(String key) {
		return switch (key) {
			case "paths" -> EDGE_PATH_NOT_EXPRESSIBLE;
			case "allowed-origins" -> EDGE_ORIGIN_NOT_EXPRESSIBLE;
			case "allowed-methods" -> EDGE_METHOD_NOT_EXPRESSIBLE;
			case "allowed-headers", "exposed-headers" -> EDGE_HEADER_NOT_EXPRESSIBLE;
			case "max-age" -> EDGE_MAX_AGE_NOT_EXPRESSIBLE;
			default -> throw new IllegalArgumentException("No rule is about " + key);
		};
	}

	/**
	 * Returns the stable id.
	 * @return the id in kebab case
	 */
	public String id() {
		return Codes.of(this);
	}

}
