package io.github.corsstarter.autoconfigure.reactive;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.ResponseComparison;

import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * A response that is compared, where a policy only reports, at the moment it leaves. It
 * changes nothing.
 */
final class WatchedServerHttpResponse extends SettlingServerHttpResponse {

	private final CorsEngine engine;

	private final ResponseComparison comparison;

	WatchedServerHttpResponse(ServerHttpResponse delegate, CorsEngine engine, ResponseComparison comparison) {
		super(delegate);
		this.engine = engine;
		this.comparison = comparison;
		settleAtCommit();
	}

	@Override
	void settle() {
		this.engine.compare(this.comparison, getDelegate().getHeaders(), HeaderValues::of);
	}

}
