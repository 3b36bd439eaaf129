package io.github.corsstarter.autoconfigure.observe;

import java.time.Clock;
import java.util.Map;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsRequestAccessor;
import io.github.corsstarter.PolicyMode;
import io.github.corsstarter.PropertyLocator;
import io.github.corsstarter.Refusal;
import io.github.corsstarter.RefusalReason;
import io.github.corsstarter.RefusalText;
import io.github.corsstarter.autoconfigure.observe.WarnWindow.Warning;
import io.github.corsstarter.fetch.HeaderNames;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Logs refusals: each at DEBUG, and the first of a policy, reason and origin at WARN, in
 * bounded numbers.
 */
public final class RefusalLogger implements CorsObserver {

	private static final Log logger = LogFactory.getLog(RefusalLogger.class);

	private final RefusalText text;

	private final Clock clock;

	private final PerReason<WarnWindow> windows = new PerReason<>((policy, reason) -> new WarnWindow());

	/**
	 * Creates a logger.
	 * @param locator tells where configuration stands
	 * @param clock tells when a request was refused
	 */
	public RefusalLogger(PropertyLocator locator, Clock clock) {
		this.text = RefusalText.forRecords(locator);
		this.clock = clock;
	}

	@Override
	public PolicyObserver observe(CorsPolicy policy) {
		return new Recorder(policy, this.windows.of(policy));
	}

	@Override
	public void retain(Iterable<CorsPolicy> policies) {
		this.windows.retain(policies, (window) -> {
		});
	}

	private void warn(Refusal refusal, boolean preflight) {
		logger.warn(describe(refusal, preflight) + ". " + this.text.advice(refusal));
	}

	private void warnOfOverflow(CorsPolicy policy, RefusalReason reason) {
		logger.warn("CORS policy \"" + policy.name() + "\" refuses requests of more than " + WarnWindow.MAX_ORIGINS
				+ " origins with " + reason.code() + ": further ones are logged at DEBUG only, for at most "
				+ WarnWindow.LENGTH.toMinutes() + " minutes");
	}

	private static String describe(Refusal refusal, boolean preflight) {
		String detail = refusal.detail().isEmpty() || refusal.detail().equals(refusal.origin()) ? ""
				: " \"" + refusal.detail() + "\"";
		return "CORS policy \"" + refusal.policy().name() + "\" "
				+ ((refusal.policy().mode() == PolicyMode.REPORT_ONLY) ? "would have refused " : "refused ")
				+ kind(refusal, preflight) + " from origin \"" + refusal.origin() + "\" on " + refusal.pattern() + ": "
				+ refusal.reason().code() + detail;
	}

	private static String kind(Refusal refusal, boolean preflight) {
		if (refusal.circumstance() == Refusal.Circumstance.NAVIGATION) {
			return "a form post or other navigation";
		}
		return preflight ? "a preflight" : "a request";
	}

	private final class Recorder implements PolicyObserver {

		private final CorsPolicy policy;

		private final Map<RefusalReason, WarnWindow> windows;

		Recorder(CorsPolicy policy, Map<RefusalReason, WarnWindow> windows) {
			this.policy = policy;
			this.windows = windows;
		}

		@Override
		public <R> void decided(String pattern, CorsDecision decision, R request, CorsRequestAccessor<R> accessor) {
			RefusalReason reason = decision.reason();
			WarnWindow window = (reason != null) ? this.windows.get(reason) : null;
			String origin = accessor.header(request, HeaderNames.ORIGIN);
			if (reason == null || window == null || origin == null) {
				return;
			}
			if (logger.isDebugEnabled()) {
				logger.debug(describe(Refusal.of(this.policy, pattern, decision, request, accessor),
						decision.isPreflight()));
			}
			Warning warning = window.next(RequestText.bounded(origin), RefusalLogger.this.clock.millis());
			if (warning == Warning.REFUSAL) {
				warn(Refusal.of(this.policy, pattern, decision, request, accessor), decision.isPreflight());
			}
			else if (warning == Warning.OVERFLOW) {
				warnOfOverflow(this.policy, reason);
			}
		}

	}

}
