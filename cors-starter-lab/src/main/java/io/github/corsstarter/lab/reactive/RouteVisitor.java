package io.github.corsstarter.lab.reactive;

import java.util.function.Function;

import io.github.corsstarter.lab.RouteTrail;
import reactor.core.publisher.Mono;

import org.springframework.core.io.Resource;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Follows router functions to their handlers.
 */
// An interface asks for a method that is to be removed.
@SuppressWarnings("removal")
final class RouteVisitor extends RouteTrail implements RouterFunctions.Visitor, RequestPredicates.Visitor {

	@Override
	public void startNested(RequestPredicate predicate) {
		enter();
		predicate.accept(this);
	}

	@Override
	public void endNested(RequestPredicate predicate) {
		leave();
	}

	@Override
	public void route(RequestPredicate predicate, HandlerFunction<?> handlerFunction) {
		enter();
		predicate.accept(this);
		handler();
		leave();
	}

	@Override
	public void resources(Function<ServerRequest, Mono<Resource>> lookupFunction) {
		// No handler of the application's own.
	}

	@Override
	public void queryParam(String name, String value) {
		// Not part of a path, as what nobody knows.
	}

	@Override
	public void unknown(RequestPredicate predicate) {
	}

	@Override
	public void unknown(RouterFunction<?> routerFunction) {
	}

}
