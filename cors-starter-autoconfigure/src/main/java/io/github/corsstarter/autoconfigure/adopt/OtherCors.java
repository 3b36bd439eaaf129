package io.github.corsstarter.autoconfigure.adopt;

import org.jspecify.annotations.Nullable;

import org.springframework.web.cors.CorsConfiguration;

/**
 * CORS configuration of the application's own for one path pattern.
 *
 * @param kind how it is configured
 * @param source the bean, class, method or property that holds it
 * @param pattern the path pattern, relative to the context path or base path, as Spring
 * knows it; {@code /**} where it is not known
 * @param configuration what is configured, or {@code null} where nothing is, or where it
 * cannot be read
 * @param unread why it cannot be read, or the empty text
 */
public record OtherCors(OtherCorsKind kind, String source, String pattern, @Nullable CorsConfiguration configuration,
		String unread) {

	/** The pattern of all paths. */
	public static final String ANY_PATH = "/**";

	/**
	 * Tells of configuration that could be read.
	 * @param kind how it is configured
	 * @param source what holds it
	 * @param pattern the path pattern
	 * @param configuration what is configured
	 * @return the configuration
	 */
	public static OtherCors of(OtherCorsKind kind, String source, String pattern, CorsConfiguration configuration) {
		return new OtherCors(kind, source, pattern, configuration, "");
	}

	/**
	 * Tells of configuration that cannot be read, and may hold for any path.
	 * @param kind how it is configured
	 * @param source what holds it
	 * @param why why it cannot be read
	 * @return the configuration
	 */
	public static OtherCors unread(OtherCorsKind kind, String source, String why) {
		return new OtherCors(kind, source, ANY_PATH, null, why);
	}

	/**
	 * Tells of a path that has no CORS configuration where others beside it have one.
	 * @param kind how it would be configured
	 * @param source what would hold it
	 * @param pattern the path pattern
	 * @return the absence of configuration
	 */
	public static OtherCors none(OtherCorsKind kind, String source, String pattern) {
		return new OtherCors(kind, source, pattern, null, "");
	}

	/**
	 * Whether it is known that nothing is configured.
	 * @return {@code false} where something is, or where it cannot be read
	 */
	public boolean isNone() {
		return this.configuration == null && this.unread.isEmpty();
	}

	/**
	 * Returns where it is, for a sentence.
	 * @return a text such as {@code @CrossOrigin on Orders#list}
	 */
	public String place() {
		return this.kind.words() + this.source;
	}

	/**
	 * Returns the same configuration for another path pattern.
	 * @param pattern the other pattern
	 * @return the configuration
	 */
	public OtherCors at(String pattern) {
		return new OtherCors(this.kind, this.source, pattern, this.configuration, this.unread);
	}

}
