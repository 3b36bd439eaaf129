package io.github.corsstarter.autoconfigure.reactive;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.ResponseComparison;
import io.github.corsstarter.fetch.HeaderNames;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Carries out what the engine decides about reactive requests.
 */
public final class CorsPolicyWebFilter implements WebFilter, Ordered {

	private static final String TEXT = "text/plain;charset=UTF-8";

	private final CorsEngine engine;

	private final int order;

	/**
	 * Creates a filter.
	 * @param engine decides about requests
	 * @param order the filter's place among the filters
	 */
	public CorsPolicyWebFilter(CorsEngine engine, int order) {
		this.engine = engine;
		this.order = order;
	}

	@Override
	public int getOrder() {
		return this.order;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		ResponseComparison comparison = this.engine.report(request, ServerCorsRequestReader.INSTANCE);
		if (comparison == null) {
			return filter(exchange, request, chain);
		}
		ServerHttpResponse watched = new WatchedServerHttpResponse(exchange.getResponse(), this.engine, comparison);
		return filter(exchange.mutate().response(watched).build(), request, chain);
	}

	private Mono<Void> filter(ServerWebExchange exchange, ServerHttpRequest request, WebFilterChain chain) {
		CorsDecision decision = this.engine.decide(request, ServerCorsRequestReader.INSTANCE);
		if (decision == CorsDecision.NO_POLICY) {
			return chain.filter(exchange);
		}
		String origin = decision.echoesOrigin() ? request.getHeaders().getFirst(HeaderNames.ORIGIN) : null;
		ServerHttpResponse response = exchange.getResponse();
		if (decision.proceeds()) {
			GuardedServerHttpResponse guarded = new GuardedServerHttpResponse(response, decision, origin,
					(exposed) -> this.engine.notExposed(request, ServerCorsRequestReader.INSTANCE, exposed));
			guarded.guard();
			return chain.filter(exchange.mutate().response(guarded).build());
		}
		GuardedServerHttpResponse.apply(response.getHeaders(), decision, origin);
		return answer(response, decision);
	}

	private static Mono<Void> answer(ServerHttpResponse response, CorsDecision decision) {
		response.setStatusCode(status(decision));
		byte[] body = decision.body();
		if (body.length == 0) {
			response.getHeaders().setContentLength(0);
			return response.setComplete();
		}
		response.getHeaders().set(HttpHeaders.CONTENT_TYPE, TEXT);
		response.getHeaders().setContentLength(body.length);
		return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
	}

	private static HttpStatusCode status(CorsDecision decision) {
		// Spring goes through all statuses to find one by its number.
		return (decision.status() == 403) ? HttpStatus.FORBIDDEN : HttpStatusCode.valueOf(decision.status());
	}

}
