package io.github.corsstarter.autoconfigure.servlet;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/**
 * Runs something when the response to an asynchronous request is written.
 */
final class CompletionListener implements AsyncListener {

	private final Runnable action;

	CompletionListener(Runnable action) {
		this.action = action;
	}

	@Override
	public void onComplete(AsyncEvent event) {
		this.action.run();
	}

	@Override
	public void onTimeout(AsyncEvent event) {
		// It completes, too.
	}

	@Override
	public void onError(AsyncEvent event) {
		// It completes, too.
	}

	/**
	 * A new cycle forgets the listeners of the one before.
	 */
	@Override
	public void onStartAsync(AsyncEvent event) {
		event.getAsyncContext().addListener(this);
	}

}
