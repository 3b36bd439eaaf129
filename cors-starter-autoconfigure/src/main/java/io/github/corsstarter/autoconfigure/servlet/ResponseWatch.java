package io.github.corsstarter.autoconfigure.servlet;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.ResponseComparison;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Compares the response to one request, where a policy only reports, at the moment it
 * leaves: no header changes any more, and the client has not seen it yet. An error page
 * may still add headers of its own, so a response that becomes one waits for it.
 */
final class ResponseWatch {

	/** Holds the watch, or {@link #NOTHING}. */
	private static final String ATTRIBUTE = ResponseWatch.class.getName();

	/** Stands for the watch of a request that was reported and is not compared. */
	private static final Object NOTHING = new Object();

	private final CorsEngine engine;

	private final ResponseComparison comparison;

	private boolean left;

	private boolean becomesError;

	private ResponseWatch(CorsEngine engine, ResponseComparison comparison) {
		this.engine = engine;
		this.comparison = comparison;
	}

	/**
	 * Has a request reported once, however often it is dispatched, and watches from then
	 * on.
	 * @return the watch, or {@code null} where nothing is compared
	 */
	static @Nullable ResponseWatch of(HttpServletRequest request, CorsEngine engine) {
		if (!engine.reports()) {
			return null;
		}
		Object seen = request.getAttribute(ATTRIBUTE);
		if (seen == null && !CorsPolicyFilter.isError(request)) {
			ResponseComparison comparison = engine.report(request, ServletCorsRequestReader.INSTANCE);
			seen = (comparison != null) ? new ResponseWatch(engine, comparison) : NOTHING;
			request.setAttribute(ATTRIBUTE, seen);
		}
		return (seen instanceof ResponseWatch watch) ? watch : null;
	}

	/**
	 * Runs the other filters with a response that is watched.
	 */
	void filter(HttpServletRequest request, HttpServletResponse response, Filtering filtering)
			throws IOException, ServletException {
		if (WatchedResponse.isWithin(response)) {
			filtering.filter(response);
			return;
		}
		begin();
		boolean returns = false;
		try {
			filtering.filter(new WatchedResponse(response, this));
			returns = true;
		}
		finally {
			if (request.isAsyncStarted()) {
				request.getAsyncContext().addListener(new CompletionListener(() -> leaves(response)));
			}
			else if ((returns && !becomesError()) || CorsPolicyFilter.isError(request)) {
				// An error page that is refused, as by Spring Security, is the last.
				leaves(response);
			}
		}
	}

	private synchronized void begin() {
		this.becomesError = false;
	}

	/**
	 * Learns that the container is to make an error page of the response.
	 */
	synchronized void error() {
		this.becomesError = true;
	}

	private synchronized boolean becomesError() {
		return this.becomesError;
	}

	/**
	 * Compares a response that is about to be committed, or was committed; but once.
	 */
	synchronized void leaves(HttpServletResponse response) {
		if (!this.left) {
			this.left = true;
			this.engine.compare(this.comparison, response, ResponseWatch::headers);
		}
	}

	private static Enumeration<String> headers(HttpServletResponse response, String name) {
		return Collections.enumeration(response.getHeaders(name));
	}

	/**
	 * What is done with the response.
	 */
	@FunctionalInterface
	interface Filtering {

		void filter(HttpServletResponse response) throws IOException, ServletException;

	}

}
