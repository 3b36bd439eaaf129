package io.github.corsstarter.scan.plan;

import java.util.List;

import io.github.corsstarter.fetch.Methods;
import org.jspecify.annotations.Nullable;

/**
 * A request of a scan. Only OPTIONS, GET and HEAD are ever planned, and none has a body.
 *
 * @param place what the request is about
 * @param purpose what it is to find out
 * @param path the path that is asked for, which is not the place's own for a missing one
 * @param method the method that is sent
 * @param origin the {@code Origin}, or {@code null} for none
 * @param requestedMethod the method that a preflight asks for, or {@code null} where the
 * request is no preflight
 * @param requestedHeaders the header names that a preflight asks for, in lower case and
 * sorted, as browsers send them
 * @param fresh a value that no request had before, for the query: no answer of a cache is
 * made that anyone else could get; empty for preflights, which no cache keeps
 * @param note what is peculiar to the origin, such as {@code other scheme}, or the empty
 * text
 * @param direct whether the application itself is asked, and not the target
 */
public record Probe(Place place, Purpose purpose, String path, String method, @Nullable String origin,
		@Nullable String requestedMethod, List<String> requestedHeaders, String fresh, String note, boolean direct) {

	/** The name of the parameter that holds the fresh value. */
	public static final String FRESH_PARAMETER = "cors-scan";

	/**
	 * Creates a probe.
	 * @throws IllegalArgumentException if the method is one that a scan never sends
	 */
	public Probe {
		requestedHeaders = List.copyOf(requestedHeaders);
		switch (method) {
			case "OPTIONS", "GET", "HEAD" -> {
			}
			default -> throw new IllegalArgumentException("A scan never sends " + method);
		}
	}

	static Probe actual(Place place, Purpose purpose, String method, @Nullable String origin, String fresh) {
		return new Probe(place, purpose, place.path(), method, origin, null, List.of(), fresh, "", false);
	}

	static Probe preflight(Place place, Purpose purpose, String origin, String requestedMethod,
			List<String> requestedHeaders) {
		return new Probe(place, purpose, place.path(), "OPTIONS", origin, requestedMethod, requestedHeaders, "", "",
				false);
	}

	Probe at(String path) {
		return new Probe(this.place, this.purpose, path, this.method, this.origin, this.requestedMethod,
				this.requestedHeaders, this.fresh, this.note, this.direct);
	}

	Probe noting(String note) {
		return new Probe(this.place, this.purpose, this.path, this.method, this.origin, this.requestedMethod,
				this.requestedHeaders, this.fresh, note, this.direct);
	}

	Probe directly(String fresh) {
		return new Probe(this.place, this.purpose, this.path, this.method, this.origin, this.requestedMethod,
				this.requestedHeaders, fresh, this.note, true);
	}

	/**
	 * Whether the request is a CORS-preflight request.
	 * @return whether it asks for permission
	 */
	public boolean isPreflight() {
		return this.requestedMethod != null;
	}

	/**
	 * Whether a browser would send the preflight on behalf of a page.
	 * @return {@code false} where the method is safelisted and no header is asked for
	 */
	public boolean isNeeded() {
		return !Methods.isSafelisted(pageMethod()) || !this.requestedHeaders.isEmpty();
	}

	/**
	 * Returns the method that a page uses: the one that a preflight asks for, or else the
	 * request's own.
	 * @return the method
	 */
	public String pageMethod() {
		return (this.requestedMethod != null) ? this.requestedMethod : this.method;
	}

	/**
	 * Returns the request's path with its query.
	 * @return the path, to put behind the site's base path
	 */
	public String pathAndQuery() {
		return this.fresh.isEmpty() ? this.path : this.path + "?" + FRESH_PARAMETER + "=" + this.fresh;
	}

	/**
	 * Returns the request in words.
	 * @param credentials whether the page asks for credentials
	 * @return a text such as {@code PUT from https://shop.example.com, authorization}
	 */
	public String words(boolean credentials) {
		String from = (this.origin != null) ? " from " + this.origin : " without an origin";
		String names = this.requestedHeaders.isEmpty() ? "" : ", " + String.join(",", this.requestedHeaders);
		return pageMethod() + from + (credentials ? " with credentials" : "") + names;
	}

}
