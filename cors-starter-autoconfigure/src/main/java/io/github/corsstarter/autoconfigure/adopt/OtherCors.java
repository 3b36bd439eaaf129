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
record OtherCors(OtherCorsKind kind, String source, String pattern, @Nullable CorsConfiguration configuration,
		String unread) {

	static final String ANY_PATH = "/**";

	static OtherCors of(OtherCorsKind kind, String source, String pattern, CorsConfiguration configuration) {
		return new OtherCors(kind, source, pattern, configuration, "");
	}

	static OtherCors unread(OtherCorsKind kind, String source, String why) {
		return new OtherCors(kind, source, ANY_PATH, null, why);
	}

	/**
	 * Tells of a path that has no CORS configuration where others beside it have one.
	 */
	static OtherCors none(OtherCorsKind kind, String source, String pattern) {
		return new OtherCors(kind, source, pattern, null, "");
	}

	/**
	 * Whether it is known that nothing is configured.
	 */
	boolean isNone() {
		return this.configuration == null && this.unread.isEmpty();
	}

	/**
	 * Returns where it is, for a sentence.
	 */
	String place() {
		return this.kind.words() + this.source;
	}

	OtherCors at(String pattern) {
		return new OtherCors(this.kind, this.source, pattern, this.configuration, this.unread);
	}

}
