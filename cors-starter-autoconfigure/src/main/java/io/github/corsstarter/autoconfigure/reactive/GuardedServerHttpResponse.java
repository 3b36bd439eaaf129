package io.github.corsstarter.autoconfigure.reactive;

import java.util.Collections;
import java.util.function.Consumer;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsDecision.HeaderWriter;
import io.github.corsstarter.CorsOutcome;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.Vary;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * A response whose CORS headers are those that were decided on, whatever a controller,
 * another CORS filter or a gateway's upstream writes, and whose {@code Vary} keeps what
 * the decision depends on. They are settled when the response is committed, behind all
 * other actions that were put off until then.
 */
final class GuardedServerHttpResponse extends SettlingServerHttpResponse {

	private static final HeaderWriter<HttpHeaders> WRITER = new Writer();

	/**
	 * For a response without headers: each look at one is a search in the server's table.
	 */
	private static final HeaderWriter<HttpHeaders> FRESH_WRITER = HttpHeaders::add;

	private static final HeaderWriter<HttpHeaders> ORIGIN_WRITER = (headers, name, value) -> {
		if (name.equals(HeaderNames.ALLOW_ORIGIN)) {
			headers.set(name, value);
		}
	};

	private final CorsDecision decision;

	private final @Nullable String origin;

	/** Is told which response headers pages were to read. */
	private final Consumer<String> exposed;

	GuardedServerHttpResponse(ServerHttpResponse delegate, CorsDecision decision, @Nullable String origin,
			Consumer<String> exposed) {
		super(delegate);
		this.exposed = exposed;
		this.decision = decision;
		this.origin = origin;
	}

	/**
	 * Has the headers settled when the response is committed. The allowed origin is there
	 * before that: it keeps Spring's own CORS support from deciding, too.
	 */
	void guard() {
		this.decision.writeHeaders(getDelegate().getHeaders(), this.origin, ORIGIN_WRITER);
		settleAtCommit();
	}

	@Override
	void settle() {
		HttpHeaders headers = getDelegate().getHeaders();
		if (!headers.isEmpty() && this.decision.outcome() == CorsOutcome.GRANTED) {
			tellExposed(headers);
		}
		apply(headers, this.decision, this.origin);
	}

	/**
	 * Writes what was decided into a response that needs no guard: nothing runs behind.
	 */
	static void apply(HttpHeaders headers, CorsDecision decision, @Nullable String origin) {
		boolean fresh = headers.isEmpty();
		decision.writeHeaders(headers, origin, fresh ? FRESH_WRITER : WRITER);
		if (!decision.vary().isEmpty()) {
			mergeVary(headers, decision.vary(), fresh);
		}
	}

	private void tellExposed(HttpHeaders headers) {
		for (String value : Collections.list(HeaderValues.of(headers, HeaderNames.EXPOSE_HEADERS))) {
			this.exposed.accept(value);
		}
	}

	private static void mergeVary(HttpHeaders headers, String names, boolean fresh) {
		if (fresh || headers.getFirst(HttpHeaders.VARY) == null) {
			headers.add(HttpHeaders.VARY, names);
			return;
		}
		headers.set(HttpHeaders.VARY, Vary.merge(HeaderValues.of(headers, HttpHeaders.VARY), names));
	}

	private static final class Writer implements HeaderWriter<HttpHeaders> {

		@Override
		public void set(HttpHeaders headers, String name, String value) {
			headers.set(name, value);
		}

		@Override
		public void remove(HttpHeaders headers, String name) {
			if (headers.getFirst(name) != null) {
				HeaderValues.remove(headers, name);
			}
		}

	}

}
