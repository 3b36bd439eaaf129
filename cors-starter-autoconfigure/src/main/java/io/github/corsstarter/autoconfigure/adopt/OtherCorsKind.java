package io.github.corsstarter.autoconfigure.adopt;

import io.github.corsstarter.text.Codes;

/**
 * The ways to configure CORS in a Spring application without policies.
 */
public enum OtherCorsKind {

	/** A {@code CorsFilter} or {@code CorsWebFilter}. */
	CORS_FILTER(""),

	/** {@code cors(…)} of a chain of Spring Security. */
	SPRING_SECURITY("cors(...) of "),

	/** A bean that is a {@code CorsConfigurationSource}. */
	CORS_CONFIGURATION_SOURCE(""),

	/** {@code @CrossOrigin}. */
	CROSS_ORIGIN("@CrossOrigin on "),

	/** {@code addCorsMappings}. */
	CORS_MAPPINGS("addCorsMappings of "),

	/** Properties of Spring Cloud Gateway that hold for all routes. */
	GATEWAY_GLOBALCORS("property "),

	/** Metadata of a route of Spring Cloud Gateway. */
	GATEWAY_ROUTE("property "),

	/** A bean that makes routes of Spring Cloud Gateway, which cannot be read. */
	GATEWAY_ROUTES_IN_CODE(""),

	/** Properties of the management endpoints. */
	MANAGEMENT("property ");

	private final String words;

	OtherCorsKind(String words) {
		this.words = words;
	}

	/**
	 * Returns the name as the endpoint writes it.
	 * @return the name in kebab case
	 */
	public String code() {
		return Codes.of(this);
	}

	/**
	 * Returns what a sentence says in front of the source.
	 */
	String words() {
		return this.words;
	}

	/**
	 * Whether a filter answers, before a handler is looked for.
	 * @return {@code false} where the handler's mapping answers
	 */
	public boolean isFilter() {
		return compareTo(CORS_CONFIGURATION_SOURCE) <= 0;
	}

}
