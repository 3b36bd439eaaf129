package io.github.corsstarter.sample.lab;

import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Notes what arrives on Netty, in front of the filter that answers preflights.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
class ArrivalWebFilter implements WebFilter {

	private final Arrivals arrivals;

	ArrivalWebFilter(Arrivals arrivals) {
		this.arrivals = arrivals;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		this.arrivals.note(request.getMethod().name(), request.getURI().getRawQuery(), request.getHeaders());
		return chain.filter(exchange);
	}

}
