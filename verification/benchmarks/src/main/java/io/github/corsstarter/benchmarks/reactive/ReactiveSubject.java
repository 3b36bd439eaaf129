package io.github.corsstarter.benchmarks.reactive;

import java.util.List;

import io.github.corsstarter.autoconfigure.reactive.CorsPolicyWebFilter;
import io.github.corsstarter.benchmarks.Case;
import io.github.corsstarter.benchmarks.Observers;
import io.github.corsstarter.benchmarks.Policies;
import io.github.corsstarter.benchmarks.RequestData;
import io.github.corsstarter.benchmarks.Side;
import io.github.corsstarter.benchmarks.Size;
import io.github.corsstarter.benchmarks.Traffic;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.server.WebFilter;

/**
 * A filter, and the traffic that goes through it.
 */
public final class ReactiveSubject {

	private final Case kind;

	private final List<RequestData> traffic;

	private final StubExchange[] exchanges;

	private final StubServerResponse response = new StubServerResponse();

	private final StubWebChain chain = new StubWebChain();

	private final Completion completion = new Completion();

	private final WebFilter filter;

	private int next;

	/**
	 * Creates a filter and its traffic.
	 * @param side whose filter it is
	 * @param kind the case
	 * @param size how much is configured
	 * @param bytes the length of the header that makes a case long
	 */
	public ReactiveSubject(Side side, Case kind, Size size, int bytes) {
		this.kind = kind;
		this.traffic = Traffic.of(kind, size, bytes);
		this.exchanges = this.traffic.stream()
			.map((data) -> new StubExchange(new StubServerRequest(data), this.response))
			.toArray(StubExchange[]::new);
		this.filter = filter(side, size);
	}

	private static WebFilter filter(Side side, Size size) {
		return switch (side) {
			case EMPTY -> (exchange, chain) -> chain.filter(exchange);
			case OURS -> new CorsPolicyWebFilter(Policies.engine(size, Observers.none()), 0);
			case METERED -> new CorsPolicyWebFilter(Policies.engine(size, Observers.metrics()), 0);
			case OBSERVED -> new CorsPolicyWebFilter(Policies.engine(size, Observers.all()), 0);
			case SPRING -> spring(size);
			default -> throw new IllegalArgumentException("not on this stack: " + side);
		};
	}

	private static WebFilter spring(Size size) {
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.setCorsConfigurations(Policies.configurations(size));
		return new CorsWebFilter(source);
	}

	/**
	 * Filters the next request.
	 * @return everything that came of it
	 */
	public Object filterNext() {
		StubExchange exchange = this.exchanges[this.next++ & (Traffic.COUNT - 1)];
		this.response.restart();
		this.chain.restart();
		this.completion.completed = false;
		this.filter.filter(exchange, this.chain).subscribe(this.completion);
		return this.response;
	}

	/**
	 * Checks the filter's answers.
	 * @param count to how many requests
	 */
	public void check(int count) {
		for (int i = 0; i < count; i++) {
			RequestData data = this.traffic.get(this.next & (Traffic.COUNT - 1));
			filterNext();
			if (!this.completion.completed) {
				throw new IllegalStateException("Never completed: " + data);
			}
			this.kind.check(data, this.chain.isReached(), this.response.getStatusCode().value(),
					this.response.getHeaders().getFirst("Access-Control-Allow-Origin"),
					this.response.getHeaders().getFirst("Access-Control-Allow-Headers"));
		}
	}

	/**
	 * Takes part in what a filter returns as a server does, for all requests in turn.
	 */
	private static final class Completion implements CoreSubscriber<Void> {

		private boolean completed;

		@Override
		public void onSubscribe(Subscription subscription) {
			subscription.request(Long.MAX_VALUE);
		}

		@Override
		public void onNext(Void nothing) {
		}

		@Override
		public void onError(Throwable ex) {
			throw new IllegalStateException(ex);
		}

		@Override
		public void onComplete() {
			this.completed = true;
		}

	}

}
