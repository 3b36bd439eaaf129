package io.github.corsstarter;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.Vary;
import org.jspecify.annotations.Nullable;

/**
 * What a request gets. An adapter carries out each decision in the same way: it merges
 * {@link #vary()} into {@code Vary}, writes the headers, keeps others from writing CORS
 * headers where {@link #ownsHeaders()}, and goes on or answers with {@link #status()}.
 *
 * <p>
 * All but those that echo a part of the request are made when a policy is compiled; the
 * request's origin is filled in when the headers are written.
 */
public final class CorsDecision {

	/**
	 * The decision for paths that no policy governs: the request passes untouched.
	 */
	public static final CorsDecision NO_POLICY = new CorsDecision(CorsOutcome.NO_POLICY, false, null, 0,
			AllowOrigin.NONE, List.of(), "", "");

	private final CorsOutcome outcome;

	private final boolean preflight;

	private final @Nullable RefusalReason reason;

	private final int status;

	private final AllowOrigin allowOrigin;

	// Arrays: they are walked for each request.
	private final Header[] headers;

	private final String[] unwritten;

	private final String vary;

	private final byte[] body;

	CorsDecision(CorsOutcome outcome, boolean preflight, @Nullable RefusalReason reason, int status,
			AllowOrigin allowOrigin, List<Header> headers, String vary, String body) {
		this.outcome = outcome;
		this.preflight = preflight;
		this.reason = reason;
		this.status = status;
		this.allowOrigin = allowOrigin;
		this.headers = headers.toArray(new Header[0]);
		this.vary = vary;
		this.body = body.getBytes(StandardCharsets.UTF_8);
		this.unwritten = ownsHeaders() ? unwritten(allowOrigin, headers) : new String[0];
	}

	private static String[] unwritten(AllowOrigin allowOrigin, List<Header> headers) {
		Set<String> names = new LinkedHashSet<>(HeaderNames.RESPONSE_HEADERS);
		for (Header header : headers) {
			names.remove(header.name());
		}
		if (allowOrigin != AllowOrigin.NONE) {
			names.remove(HeaderNames.ALLOW_ORIGIN);
		}
		return names.toArray(new String[0]);
	}

	/**
	 * Returns how the request came out.
	 * @return the outcome
	 */
	public CorsOutcome outcome() {
		return this.outcome;
	}

	/**
	 * Returns why the request was refused.
	 * @return the reason, or {@code null} where it was not refused
	 */
	public @Nullable RefusalReason reason() {
		return this.reason;
	}

	/**
	 * Whether the request is a CORS-preflight request on a governed path.
	 * @return whether a browser asks before it sends the request
	 */
	public boolean isPreflight() {
		return this.preflight;
	}

	/**
	 * Whether the request goes on to what is behind the filter.
	 * @return {@code false} where {@link #status()} is the answer
	 */
	public boolean proceeds() {
		return this.status == 0;
	}

	/**
	 * Returns the status to answer with.
	 * @return an HTTP status, or 0 where the request goes on
	 */
	public int status() {
		return this.status;
	}

	/**
	 * Returns the request headers that the response depends on.
	 * @return the names to merge into {@code Vary}, separated by commas, or the empty
	 * text
	 */
	public String vary() {
		return this.vary;
	}

	/**
	 * Whether the response has no {@code Access-Control-*} headers but those of
	 * {@link #writeHeaders}. The adapter drops all that handlers and other filters write.
	 * @return {@code false} where the policy leaves the response to the application
	 */
	public boolean ownsHeaders() {
		return this.outcome != CorsOutcome.NO_POLICY
				&& (this.outcome != CorsOutcome.NO_ORIGIN || this.allowOrigin == AllowOrigin.ANY);
	}

	/**
	 * Whether the request's origin is among the headers.
	 * @return whether {@link #writeHeaders} needs it
	 */
	public boolean echoesOrigin() {
		return this.allowOrigin == AllowOrigin.ECHO;
	}

	/**
	 * Returns the body to answer with, as text/plain in UTF-8.
	 * @return the body, which is shared and must not be changed; empty where there is
	 * none
	 */
	public byte[] body() {
		return this.body;
	}

	/**
	 * Writes the headers, each once, and where {@link #ownsHeaders()} removes the other
	 * CORS headers; the adapter merges {@code Vary} itself.
	 * @param <W> the framework's response
	 * @param response the response
	 * @param origin the request's {@code Origin}, or {@code null} if it has none
	 * @param writer sets and removes headers of the response
	 * @see <a href="https://fetch.spec.whatwg.org/#http-access-control-allow-origin">
	 * Access-Control-Allow-Origin</a>
	 */
	public <W> void writeHeaders(W response, @Nullable String origin, HeaderWriter<W> writer) {
		for (String name : this.unwritten) {
			writer.remove(response, name);
		}
		if (this.allowOrigin == AllowOrigin.ANY) {
			writer.set(response, HeaderNames.ALLOW_ORIGIN, "*");
		}
		else if (this.allowOrigin == AllowOrigin.ECHO && origin != null) {
			writer.set(response, HeaderNames.ALLOW_ORIGIN, origin);
		}
		for (Header header : this.headers) {
			writer.set(response, header.name(), header.value());
		}
	}

	/**
	 * Sets and removes headers of a response.
	 *
	 * @param <W> the framework's response
	 */
	@FunctionalInterface
	public interface HeaderWriter<W> {

		/**
		 * Sets the header, in place of any value that it has.
		 * @param response the response
		 * @param name the header's name
		 * @param value the header's value
		 */
		void set(W response, String name, String value);

		/**
		 * Removes the header, if the response has it. Does nothing by default, which is
		 * enough for a response that is new.
		 * @param response the response
		 * @param name the header's name
		 */
		default void remove(W response, String name) {
		}

	}

	/**
	 * What goes into {@code Access-Control-Allow-Origin}.
	 */
	enum AllowOrigin {

		/** Nothing. */
		NONE,

		/** The origin of the request. */
		ECHO,

		/** {@code *}. */
		ANY

	}

	/**
	 * A header of a response.
	 *
	 * @param name the name
	 * @param value the value
	 */
	record Header(String name, String value) {
	}

}
