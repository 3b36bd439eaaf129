package io.github.corsstarter.benchmarks.reactive;

import java.util.HashMap;
import java.util.Map;

import io.github.corsstarter.benchmarks.Unsupported;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;

/**
 * A request and its response.
 */
final class StubExchange extends ServerWebExchangeDecorator {

	private final ServerHttpRequest request;

	private final ServerHttpResponse response;

	private final Map<String, Object> attributes = new HashMap<>();

	StubExchange(ServerHttpRequest request, ServerHttpResponse response) {
		super(Unsupported.of(ServerWebExchange.class));
		this.request = request;
		this.response = response;
	}

	@Override
	public ServerHttpRequest getRequest() {
		return this.request;
	}

	@Override
	public ServerHttpResponse getResponse() {
		return this.response;
	}

	@Override
	public Map<String, Object> getAttributes() {
		return this.attributes;
	}

}
