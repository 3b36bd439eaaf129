package io.github.corsstarter.scan.send;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLException;

import io.github.corsstarter.scan.plan.Probe;
import io.github.corsstarter.scan.wire.Answer;
import io.github.corsstarter.scan.wire.RetryAfter;
import io.github.corsstarter.scan.wire.Secret;
import io.github.corsstarter.scan.wire.Transport;
import io.github.corsstarter.text.Printable;

/**
 * Sends a probe, and once more where that can help: a kept connection may be closed by
 * its other end at the very moment in which it is used, and a server may ask to wait.
 */
final class Attempts {

	private static final int TOO_MANY_REQUESTS = 429;

	private final Transport transport;

	private final Duration timeout;

	private final Timer timer;

	private final Budget budget;

	private final Secret authorization;

	private boolean answered;

	private boolean waited;

	Attempts(Transport transport, Duration timeout, Timer timer, Budget budget, Secret authorization) {
		this.transport = transport;
		this.timeout = timeout;
		this.timer = timer;
		this.budget = budget;
		this.authorization = authorization;
	}

	Exchange exchange(Probe probe) throws InterruptedException {
		try {
			Answer answer = send(probe);
			Duration wait = this.waited ? null : RetryAfter.of(answer, this.timer.now());
			if (wait != null && this.budget.isLeft()) {
				this.waited = true;
				this.timer.sleep(wait);
				answer = send(probe);
			}
			return (answer.status() == TOO_MANY_REQUESTS)
					? Exchange.unanswered(probe, "answered 429, as too many requests were sent")
					: Exchange.answered(probe, answer);
		}
		catch (IOException ex) {
			return Exchange.unanswered(probe, failure(ex));
		}
	}

	private Answer send(Probe probe) throws IOException, InterruptedException {
		try {
			return sendOnce(probe);
		}
		catch (IOException ex) {
			if (!isPassing(ex) || !this.budget.isLeft()) {
				throw ex;
			}
			return sendOnce(probe);
		}
	}

	private Answer sendOnce(Probe probe) throws IOException, InterruptedException {
		this.budget.spend(probe);
		Answer answer = this.transport.send(probe);
		this.answered = true;
		return answer;
	}

	/**
	 * Whether another attempt may have more luck: the site was there before.
	 */
	private boolean isPassing(IOException ex) {
		boolean lasting = ex instanceof SSLException || ex instanceof ConnectException
				|| ex instanceof ProtocolException;
		return this.answered && !lasting;
	}

	/**
	 * Says what went wrong. The JDK's messages quote what the server sent.
	 */
	private String failure(IOException ex) {
		String message = (ex.getMessage() != null) ? ": " + Printable.of(this.authorization.cover(ex.getMessage()))
				: "";
		if (ex instanceof HttpTimeoutException) {
			return "no answer within " + this.timeout.toSeconds() + " s";
		}
		if (ex instanceof SSLException) {
			return "TLS failed" + message;
		}
		if (ex instanceof ProtocolException) {
			return "the answer cannot be read" + message;
		}
		return ((ex instanceof ConnectException) ? "no connection" : "the connection broke") + message;
	}

}
