package io.github.corsstarter.scan.evidence;

import java.util.HashMap;
import java.util.Map;

import io.github.corsstarter.browser.BrowserCheck.ResponseHeaders;
import io.github.corsstarter.browser.BrowserCheck;
import io.github.corsstarter.browser.BrowserObjection;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.scan.plan.Probe;
import io.github.corsstarter.scan.plan.Promise;
import io.github.corsstarter.scan.wire.Answer;
import org.jspecify.annotations.Nullable;

/**
 * A probe that was answered, and what the policies promise for it.
 *
 * @param probe what was asked
 * @param answer what came
 * @param promise what the policies promise, or {@code null} where none governs the path
 */
public record Observation(Probe probe, Answer answer, @Nullable Promise promise) {

	public String origin() {
		return (this.probe.origin() != null) ? this.probe.origin() : "";
	}

	/**
	 * Whether a page is to get what it asked for.
	 */
	public boolean isPromised(boolean credentials) {
		return this.promise != null && this.probe.origin() != null && this.promise.isReadable(credentials);
	}

	public boolean isPromised() {
		return isPromised(false) || isPromised(true);
	}

	/**
	 * Whether a page gets what it asked for.
	 */
	public boolean isAccepted(boolean credentials) {
		return this.probe.origin() != null && objection(this.answer.status(), this.answer::joined, credentials) == null;
	}

	public boolean isAccepted() {
		return isAccepted(false) || isAccepted(true);
	}

	public boolean isBlocked(boolean credentials) {
		return isPromised(credentials) && !isAccepted(credentials);
	}

	/**
	 * Whether a page gets what is not promised.
	 */
	public boolean isExposed(boolean credentials) {
		return !isPromised(credentials) && isAccepted(credentials);
	}

	public boolean isExposed() {
		return isExposed(false) || isExposed(true);
	}

	/**
	 * Returns why a browser keeps the answer from the page.
	 */
	public @Nullable BrowserObjection objection(boolean credentials) {
		return objection(this.answer.status(), this.answer::joined, credentials);
	}

	/**
	 * Returns what a browser would object to if only this header were not as promised.
	 * Each header is judged by itself, so that one fault does not hide another.
	 */
	public @Nullable BrowserObjection objectionTo(String header, boolean credentials) {
		if (this.promise == null || !isPromised(credentials)) {
			return null;
		}
		Map<String, @Nullable String> headers = new HashMap<>(this.promise.headers());
		headers.put(header, this.answer.joined(header));
		int status = (this.promise.status() != null) ? this.promise.status() : this.answer.status();
		return objection(status, headers::get, credentials);
	}

	private @Nullable BrowserObjection objection(int status, ResponseHeaders headers, boolean credentials) {
		BrowserCheck check = check(credentials);
		return this.probe.isPreflight() ? check.preflight(status, headers) : check.response(headers);
	}

	public BrowserCheck check(boolean credentials) {
		return new BrowserCheck(origin(), this.probe.pageMethod(), this.probe.requestedHeaders(), credentials);
	}

	public boolean hasOkStatus() {
		return this.answer.status() >= 200 && this.answer.status() <= 299;
	}

	/**
	 * Whether the answer is a refusal as the filter's are.
	 */
	public boolean isRefusal() {
		return this.answer.status() == 403 && !isChallenge();
	}

	public boolean isRedirect() {
		return this.answer.status() >= 300 && this.answer.status() <= 399;
	}

	/**
	 * Whether credentials are asked for.
	 */
	public boolean isChallenge() {
		return switch (this.answer.status()) {
			case 401 -> true;
			case 403, 407 -> !this.answer.values("WWW-Authenticate").isEmpty()
					|| !this.answer.values("Proxy-Authenticate").isEmpty();
			default -> false;
		};
	}

	/**
	 * Whether a header that stands alone is there more than once.
	 */
	public boolean isRepeated(String header) {
		String joined = this.answer.joined(header);
		return joined != null && joined.indexOf(',') >= 0;
	}

	public boolean allowsOrigin() {
		return this.answer.joined(HeaderNames.ALLOW_ORIGIN) != null;
	}

	/**
	 * Whether the answer names the request's own origin.
	 */
	public boolean echoesOrigin() {
		return this.answer.values(HeaderNames.ALLOW_ORIGIN).contains(origin());
	}

}
