package io.github.corsstarter.scan.plan;

/**
 * What a request of a scan is to find out, in the order in which requests are sent: what
 * is cut off by the cap is what tells least.
 */
public enum Purpose {

	/** What the path answers to a request that is no CORS request. */
	PLAIN("without an origin"),

	/**
	 * The same with another fresh value: it fills a cache, if there is one, and tells
	 * whether a cache that was filled by {@link #PLAIN} minds the value.
	 */
	CACHE_FILLED("without an origin, for a cache"),

	/** The URL of {@link #CACHE_FILLED} again, now from an allowed origin. */
	CACHE_READ("the same URL from an allowed origin"),

	/** What the pages of an allowed origin get. */
	ALLOWED_ORIGIN("an allowed origin"),

	/** Whether an allowed method may be used, with the allowed headers. */
	ALLOWED_METHOD("an allowed method with the allowed headers"),

	/** Whether a method that is not allowed may be used. */
	OTHER_METHOD("a method that is not allowed"),

	/** Whether a header that is not allowed may be used. */
	OTHER_HEADER("a header that is not allowed"),

	/** Whether {@code Authorization}, which {@code *} never covers, may be used. */
	AUTHORIZATION("Authorization by name"),

	/** What pages get of an error. */
	MISSING_PATH("a path that is not there"),

	/** Whether an origin that nobody knows is let in. */
	STRANGER("an origin that nobody knows"),

	/** Whether the opaque origin is let in. */
	OPAQUE("the opaque origin"),

	/** Whether an origin is let in that looks like an allowed one, or like the target. */
	LOOKALIKE("an origin that looks like another");

	private final String text;

	Purpose(String text) {
		this.text = text;
	}

	/**
	 * Whether the probe is one of the two that look for a cache.
	 * @return whether it tells nothing of the application
	 */
	public boolean isAboutCache() {
		return this == CACHE_FILLED || this == CACHE_READ;
	}

	/**
	 * Whether the probe asks for an origin that is not to be let in.
	 * @return whether only its origin is wrong
	 */
	public boolean isAboutOrigin() {
		return this == STRANGER || this == OPAQUE || this == LOOKALIKE;
	}

	/**
	 * The two requests of one URL follow each other, before a cache forgets the first.
	 */
	int tier() {
		return switch (this) {
			case PLAIN, CACHE_FILLED, CACHE_READ -> 0;
			case ALLOWED_ORIGIN, ALLOWED_METHOD, OTHER_METHOD, OTHER_HEADER, AUTHORIZATION, MISSING_PATH -> 1;
			case STRANGER, OPAQUE -> 2;
			case LOOKALIKE -> 3;
		};
	}

	@Override
	public String toString() {
		return this.text;
	}

}
