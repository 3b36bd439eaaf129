package io.github.corsstarter.benchmarks;

/**
 * What kind of request is measured, and what has to come of it.
 */
public enum Case {

	/** A request of the application's own pages, or of no page at all. */
	NO_ORIGIN(Answer.PASSES),

	/** A request of a page that may send it. */
	ACTUAL_GRANTED(Answer.GRANTED),

	/** A request of a page that may not send it. */
	ACTUAL_REFUSED(Answer.REFUSED),

	/** A preflight for PUT and three headers. */
	PREFLIGHT_GRANTED(Answer.PREFLIGHT_GRANTED),

	/** A preflight with a wrong origin, method or header. */
	PREFLIGHT_REFUSED(Answer.REFUSED),

	/** A preflight for very many headers, none of them allowed. */
	LONG_HEADER_NAMES(Answer.REFUSED),

	/** A request with a very long origin, all dots. */
	LONG_ORIGIN(Answer.REFUSED),

	/** A cross-origin request on a path that no policy governs. */
	NO_POLICY(Answer.PASSES);

	private final Answer answer;

	Case(Answer answer) {
		this.answer = answer;
	}

	/**
	 * Checks what a filter made of a request.
	 * @param request the request
	 * @param passed whether what is behind the filter was reached
	 * @param status the status of the response
	 * @param allowOrigin its {@code Access-Control-Allow-Origin}, or {@code null}
	 * @param allowHeaders its {@code Access-Control-Allow-Headers}, or {@code null}
	 * @throws IllegalStateException if it is the wrong answer
	 */
	public void check(RequestData request, boolean passed, int status, String allowOrigin, String allowHeaders) {
		boolean granted = allowOrigin != null && allowOrigin.equals(request.header("Origin"));
		boolean right = switch (this.answer) {
			case PASSES -> passed && allowOrigin == null;
			case GRANTED -> passed && granted;
			case REFUSED -> !passed && allowOrigin == null && status == 403;
			case PREFLIGHT_GRANTED -> !passed && granted && status / 100 == 2 && allowHeaders != null;
		};
		if (!right) {
			throw new IllegalStateException("Wrong answer to " + request + ": " + (passed ? "passed" : "stopped")
					+ ", status " + status + ", " + allowOrigin + ", " + allowHeaders);
		}
	}

	/**
	 * Returns how many answers are checked before anything is measured.
	 * @return all of them, but few where one can take a tenth of a second
	 */
	public int checks() {
		return (this == LONG_HEADER_NAMES || this == LONG_ORIGIN) ? 8 : Traffic.COUNT;
	}

	private enum Answer {

		PASSES, GRANTED, REFUSED, PREFLIGHT_GRANTED

	}

}
