package io.github.corsstarter.benchmarks.reactive;

import reactor.core.publisher.Mono;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

/**
 * What is behind the filter: it completes the response.
 */
final class StubWebChain implements WebFilterChain {

	private ServerWebExchange exchange;

	@Override
	public Mono<Void> filter(ServerWebExchange exchange) {
		this.exchange = exchange;
		return exchange.getResponse().setComplete();
	}

	boolean isReached() {
		return this.exchange != null;
	}

	void restart() {
		this.exchange = null;
	}

}
