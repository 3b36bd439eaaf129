package io.github.corsstarter.lab.servlet;

import java.util.Optional;
import java.util.function.Function;

import io.github.corsstarter.lab.RouteTrail;

import org.springframework.core.io.Resource;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;

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
	public void resources(Function<ServerRequest, Optional<Resource>> lookupFunction) {
		// No handler of the application's own.
	}

	@Override
	public void param(String name, String value) {
		// Not part of a path, as what nobody knows.
	}

	@Override
	public void unknown(RequestPredicate predicate) {
	}

	@Override
	public void unknown(RouterFunction<?> routerFunction) {
	}

}
