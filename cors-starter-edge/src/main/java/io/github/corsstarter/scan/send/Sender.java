package io.github.corsstarter.scan.send;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;

import io.github.corsstarter.scan.plan.Probe;
import io.github.corsstarter.scan.plan.ProbePlan;
import io.github.corsstarter.scan.wire.HttpTransport;
import io.github.corsstarter.scan.wire.Secret;
import io.github.corsstarter.scan.wire.Transport;
import org.jspecify.annotations.Nullable;

/**
 * Sends a plan, one probe after the other. Whatever goes wrong becomes an exchange
 * without an answer: nothing that was not seen is taken for seen.
 */
public final class Sender {

	/** Probes in a row without an answer, behind which the site counts as gone. */
	private static final int MAX_UNANSWERED = 5;

	private final int rate;

	private final int maxRequests;

	private final Duration timeout;

	private final Secret authorization;

	private final @Nullable SSLContext tls;

	/**
	 * Creates a sender.
	 * @param rate how many requests are sent in a second at most
	 * @param maxRequests how many requests are sent in all at most
	 * @param timeout how long to wait for a connection, and for the head of an answer
	 * @param authorization goes along with GET
	 * @param tls verifies the site, or {@code null} for what the JDK trusts
	 */
	public Sender(int rate, int maxRequests, Duration timeout, Secret authorization, @Nullable SSLContext tls) {
		this.rate = rate;
		this.maxRequests = maxRequests;
		this.timeout = timeout;
		this.authorization = authorization;
		this.tls = tls;
	}

	/**
	 * Sends a plan. Where the thread is interrupted, the rest is not sent.
	 * @param plan what to send
	 * @param progress is told after each probe
	 * @return what came of it
	 */
	public Sent send(ProbePlan plan, Progress progress) {
		return send(plan, progress, new HttpTransport(plan, this.authorization, this.timeout, this.tls),
				Timer.system());
	}

	Sent send(ProbePlan plan, Progress progress, Transport transport, Timer timer) {
		Instant start = timer.now();
		Budget budget = new Budget(this.maxRequests, new Pace(this.rate, timer));
		Attempts attempts = new Attempts(transport, this.timeout, timer, budget, this.authorization);
		CacheGuard guard = new CacheGuard();
		Pulse target = new Pulse();
		Pulse direct = new Pulse();
		List<Exchange> exchanges = new ArrayList<>();
		for (Probe probe : plan.probes()) {
			Exchange exchange = exchange(probe, attempts, budget, guard, probe.direct() ? direct : target);
			guard.learn(exchange);
			exchanges.add(exchange);
			progress.advanced(exchanges.size(), plan.probes().size());
		}
		return new Sent(exchanges, budget.spent(), Duration.between(start, timer.now()));
	}

	private static Exchange exchange(Probe probe, Attempts attempts, Budget budget, CacheGuard guard, Pulse pulse) {
		String objection = guard.objection(probe);
		if (objection != null) {
			return Exchange.unanswered(probe, objection);
		}
		if (pulse.isGone()) {
			return Exchange.unanswered(probe, "not sent, as " + MAX_UNANSWERED + " requests in a row got no answer");
		}
		if (!budget.isLeft() || Thread.currentThread().isInterrupted()) {
			return Exchange.unanswered(probe,
					"not sent, as " + (budget.isLeft() ? "the scan was stopped" : "the number of requests is limited"));
		}
		try {
			Exchange exchange = attempts.exchange(probe);
			pulse.feel(exchange);
			return exchange;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Exchange.unanswered(probe, "not sent, as the scan was stopped");
		}
	}

	/**
	 * Whether a site still answers.
	 */
	private static final class Pulse {

		private int unanswered;

		void feel(Exchange exchange) {
			this.unanswered = (exchange.answer() != null) ? 0 : this.unanswered + 1;
		}

		boolean isGone() {
			return this.unanswered >= MAX_UNANSWERED;
		}

	}

}
