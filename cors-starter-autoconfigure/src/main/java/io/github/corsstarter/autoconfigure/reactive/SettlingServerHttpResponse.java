package io.github.corsstarter.autoconfigure.reactive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;

/**
 * A response whose headers are settled when it is committed, behind all other actions
 * that were put off until then.
 */
abstract class SettlingServerHttpResponse extends ServerHttpResponseDecorator {

	private final List<Supplier<? extends Mono<Void>>> commitActions = new ArrayList<>(0);

	SettlingServerHttpResponse(ServerHttpResponse delegate) {
		super(delegate);
	}

	/**
	 * Has the headers settled when the response is committed.
	 */
	final void settleAtCommit() {
		getDelegate().beforeCommit(this::commit);
	}

	/**
	 * Settles the headers.
	 */
	abstract void settle();

	private Mono<Void> commit() {
		List<Supplier<? extends Mono<Void>>> actions = commitActions();
		if (actions.isEmpty()) {
			settle();
			return Mono.empty();
		}
		return Flux.concat(Flux.fromIterable(actions).map(Supplier::get))
			.doOnError((ex) -> settle())
			.then(Mono.fromRunnable(this::settle));
	}

	private synchronized List<Supplier<? extends Mono<Void>>> commitActions() {
		return this.commitActions.isEmpty() ? List.of() : List.copyOf(this.commitActions);
	}

	@Override
	public final synchronized void beforeCommit(Supplier<? extends Mono<Void>> action) {
		this.commitActions.add(action);
	}

}
