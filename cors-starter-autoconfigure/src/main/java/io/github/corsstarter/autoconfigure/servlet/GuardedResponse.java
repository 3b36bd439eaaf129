package io.github.corsstarter.autoconfigure.servlet;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsDecision.HeaderWriter;
import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsOutcome;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.Vary;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A response whose CORS headers are those that were decided on, whatever a controller,
 * another CORS filter or a gateway's upstream writes, and whose {@code Vary} keeps what
 * the decision depends on.
 */
final class GuardedResponse extends HttpServletResponseWrapper {

	private static final String VARY = "Vary";

	private static final HeaderWriter<HttpServletResponse> WRITER = new Writer();

	/**
	 * Learns which response headers pages were to read; two fields cost less than a
	 * listener.
	 */
	private final CorsEngine engine;

	private final HttpServletRequest request;

	private CorsDecision decision;

	private @Nullable String origin;

	GuardedResponse(HttpServletResponse response, HttpServletRequest request, CorsEngine engine, CorsDecision decision,
			@Nullable String origin) {
		super(response);
		this.request = request;
		this.engine = engine;
		this.decision = decision;
		this.origin = origin;
	}

	GuardedResponse over(HttpServletResponse response) {
		return new GuardedResponse(response, this.request, this.engine, this.decision, this.origin);
	}

	/**
	 * Guards the container's own response.
	 */
	GuardedResponse overBare() {
		ServletResponse bare = getResponse();
		while (bare instanceof ServletResponseWrapper wrapper) {
			bare = wrapper.getResponse();
		}
		return over((HttpServletResponse) bare);
	}

	/**
	 * Finds the guard that what is written to the response passes.
	 * @return the guard, or {@code null} where there is none
	 */
	static @Nullable GuardedResponse find(ServletResponse response) {
		ServletResponse current = response;
		while (current instanceof ServletResponseWrapper wrapper) {
			if (current instanceof GuardedResponse guarded) {
				return guarded;
			}
			current = wrapper.getResponse();
		}
		return null;
	}

	CorsDecision decision() {
		return this.decision;
	}

	/**
	 * Puts another decision in place of the one that was made for another path.
	 */
	void redecide(CorsDecision decision, @Nullable String origin) {
		HttpServletResponse response = (HttpServletResponse) getResponse();
		if (this.decision.ownsHeaders()) {
			HeaderNames.RESPONSE_HEADERS.forEach((name) -> WRITER.remove(response, name));
		}
		this.decision = decision;
		this.origin = origin;
		apply();
	}

	/**
	 * Writes what was decided into the response.
	 */
	void apply() {
		apply((HttpServletResponse) getResponse(), this.decision, this.origin);
	}

	/**
	 * Writes what was decided into a response that needs no guard: nothing runs behind.
	 */
	static void apply(HttpServletResponse response, CorsDecision decision, @Nullable String origin) {
		// What filters in front of this one wrote goes.
		decision.writeHeaders(response, origin, WRITER);
		if (!decision.vary().isEmpty()) {
			mergeVary(response, decision.vary());
		}
	}

	private static void mergeVary(HttpServletResponse response, String names) {
		String present = response.getHeader(VARY);
		if (present == null) {
			response.addHeader(VARY, names);
			return;
		}
		Collection<String> fields = response.getHeaders(VARY);
		String merged = (fields.size() > 1) ? Vary.merge(Collections.enumeration(fields), names)
				: Vary.append(present, names);
		if (fields.size() > 1 || !merged.equals(present)) {
			response.setHeader(VARY, merged);
		}
	}

	/**
	 * Puts back what a header took away that replaces {@code Vary}.
	 */
	private void keepVary(@Nullable String name) {
		if (isVary(name)) {
			mergeVary((HttpServletResponse) getResponse(), this.decision.vary());
		}
	}

	private boolean owns(@Nullable String name) {
		return name != null && HeaderNames.isAccessControl(name) && this.decision.ownsHeaders();
	}

	private void tellExposed(String name, @Nullable String value) {
		if (value != null && name.equalsIgnoreCase(HeaderNames.EXPOSE_HEADERS)
				&& this.decision.outcome() == CorsOutcome.GRANTED) {
			this.engine.notExposed(this.request, ServletCorsRequestReader.INSTANCE, value);
		}
	}

	private static boolean isVary(@Nullable String name) {
		return VARY.equalsIgnoreCase(name);
	}

	@Override
	public void setHeader(String name, @Nullable String value) {
		if (owns(name)) {
			tellExposed(name, value);
		}
		else {
			super.setHeader(name, value);
			keepVary(name);
		}
	}

	@Override
	public void addHeader(String name, @Nullable String value) {
		if (isVary(name) && value != null) {
			mergeVary((HttpServletResponse) getResponse(), value);
		}
		else if (!owns(name)) {
			super.addHeader(name, value);
		}
		else {
			tellExposed(name, value);
		}
	}

	@Override
	public void setIntHeader(String name, int value) {
		if (!owns(name)) {
			super.setIntHeader(name, value);
			keepVary(name);
		}
	}

	@Override
	public void addIntHeader(String name, int value) {
		if (!owns(name)) {
			super.addIntHeader(name, value);
		}
	}

	@Override
	public void setDateHeader(String name, long date) {
		if (!owns(name)) {
			super.setDateHeader(name, date);
			keepVary(name);
		}
	}

	@Override
	public void addDateHeader(String name, long date) {
		if (!owns(name)) {
			super.addDateHeader(name, date);
		}
	}

	@Override
	public void setTrailerFields(Supplier<Map<String, String>> supplier) {
		super.setTrailerFields(() -> {
			Map<String, String> fields = new LinkedHashMap<>(supplier.get());
			fields.keySet().removeIf(this::owns);
			return fields;
		});
	}

	@Override
	public void reset() {
		super.reset();
		apply();
	}

	private static final class Writer implements HeaderWriter<HttpServletResponse> {

		@Override
		public void set(HttpServletResponse response, String name, String value) {
			response.setHeader(name, value);
		}

		@Override
		public void remove(HttpServletResponse response, String name) {
			if (!response.containsHeader(name)) {
				return;
			}
			response.setHeader(name, null);
			if (response.containsHeader(name)) {
				// Before Servlet 6.1 null is ignored; an empty value grants nothing.
				response.setHeader(name, "");
			}
		}

	}

}
