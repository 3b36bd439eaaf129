package io.github.corsstarter.benchmarks.reactive;

import java.util.function.Supplier;

import io.github.corsstarter.benchmarks.Unsupported;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.http.support.Netty4HeadersAdapter;

/**
 * A response that keeps what is written to it and, as servers do, runs what was put off
 * until it is committed.
 */
final class StubServerResponse extends ServerHttpResponseDecorator {

	// What Spring's response on Netty has.
	private final HttpHeaders headers = new HttpHeaders(new Netty4HeadersAdapter(new DefaultHttpHeaders()));

	private Supplier<? extends Mono<Void>> commitAction;

	private HttpStatusCode status;

	private long written;

	StubServerResponse() {
		super(Unsupported.of(ServerHttpResponse.class));
	}

	/**
	 * Makes the response new again.
	 */
	void restart() {
		this.headers.clear();
		this.status = HttpStatus.OK;
		this.commitAction = null;
	}

	long written() {
		return this.written;
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.headers;
	}

	@Override
	public boolean setStatusCode(HttpStatusCode status) {
		this.status = status;
		return true;
	}

	@Override
	public HttpStatusCode getStatusCode() {
		return this.status;
	}

	@Override
	public boolean isCommitted() {
		return false;
	}

	@Override
	public DataBufferFactory bufferFactory() {
		return DefaultDataBufferFactory.sharedInstance;
	}

	@Override
	public void beforeCommit(Supplier<? extends Mono<Void>> action) {
		if (this.commitAction != null) {
			throw new UnsupportedOperationException("more than one action");
		}
		this.commitAction = action;
	}

	@Override
	public Mono<Void> setComplete() {
		return (this.commitAction != null) ? this.commitAction.get() : Mono.empty();
	}

	@Override
	public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
		// A body of one part is one step for Spring's responses, too.
		if (body instanceof Mono<? extends DataBuffer> part) {
			return part.flatMap(this::write);
		}
		return Flux.from(body).doOnNext((buffer) -> this.written += buffer.readableByteCount()).then(setComplete());
	}

	private Mono<Void> write(DataBuffer part) {
		this.written += part.readableByteCount();
		return setComplete();
	}

}
