package io.github.corsstarter.autoconfigure.servlet;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.ResponseComparison;
import jakarta.servlet.DispatcherType;
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

	private static final String ATTRIBUTE = ResponseWatch.class.getName();

	private final CorsEngine engine;

	private final ResponseComparison comparison;

	private boolean left;

	private boolean becomesError;

	private ResponseWatch(CorsEngine engine, ResponseComparison comparison) {
		this.engine = engine;
		this.comparison = comparison;
	}

	/**
	 * Begins to watch where a request is new, and goes on with one that was dispatched
	 * once more.
	 * @return the watch, or {@code null} where nothing is compared
	 */
	static @Nullable ResponseWatch of(HttpServletRequest request, CorsEngine engine) {
		if (request.getDispatcherType() != DispatcherType.REQUEST) {
			return (ResponseWatch) request.getAttribute(ATTRIBUTE);
		}
		ResponseComparison comparison = engine.comparison(request, ServletCorsRequestReader.INSTANCE);
		if (comparison == null) {
			return null;
		}
		ResponseWatch watch = new ResponseWatch(engine, comparison);
		request.setAttribute(ATTRIBUTE, watch);
		return watch;
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
			else if ((returns && !becomesError()) || isErrorPage(request)) {
				leaves(response);
			}
		}
	}

	/**
	 * Whether the container asks for the error page already. Where that is refused, as
	 * Spring Security does, no other follows.
	 */
	private static boolean isErrorPage(HttpServletRequest request) {
		return request.getDispatcherType() == DispatcherType.ERROR
				|| request.getDispatcherType() == DispatcherType.FORWARD;
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
