package io.github.corsstarter.scan.wire;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * Lets a body pass by, so that the connection can be used again, up to a bound: what a
 * browser decides by is in the head, and a body may have no end.
 */
final class Drain implements BodySubscriber<Drain> {

	/** Most bytes of a body that are read. */
	static final int MAX_BYTES = 64 * 1024;

	private final CompletableFuture<Void> end = new CompletableFuture<>();

	private final AtomicReference<@Nullable Subscription> subscription = new AtomicReference<>();

	private int bytes;

	@Override
	public CompletionStage<Drain> getBody() {
		return CompletableFuture.completedStage(this);
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		this.subscription.set(subscription);
		if (this.end.isDone()) {
			subscription.cancel();
		}
		else {
			subscription.request(Long.MAX_VALUE);
		}
	}

	@Override
	public void onNext(List<ByteBuffer> buffers) {
		for (ByteBuffer buffer : buffers) {
			this.bytes = Math.min(this.bytes + buffer.remaining(), MAX_BYTES + 1);
		}
		if (this.bytes > MAX_BYTES) {
			cancel();
		}
	}

	@Override
	public void onError(Throwable throwable) {
		this.end.complete(null);
	}

	@Override
	public void onComplete() {
		this.end.complete(null);
	}

	/**
	 * Waits for the end of the body, and goes without it where it does not come.
	 */
	void finish(Duration limit) throws InterruptedException {
		try {
			this.end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			cancel();
		}
	}

	private void cancel() {
		this.end.complete(null);
		Subscription subscription = this.subscription.get();
		if (subscription != null) {
			subscription.cancel();
		}
	}

}
