package io.github.corsstarter.autoconfigure.observe;

import java.time.Clock;
import java.util.Map;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.Refusal;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.explain.RefusalText;
import io.github.corsstarter.policy.PolicyMode;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Logs refusals: each at DEBUG, and the first of a policy, reason and origin at WARN, in
 * bounded numbers.
 */
public final class RefusalLogger implements CorsObserver {

	private static final Log logger = LogFactory.getLog(RefusalLogger.class);

	static final String AT_DEBUG = ": further ones are logged at DEBUG only, for at most "
			+ WarnWindow.LENGTH.toMinutes() + " minutes";

	private final RefusalText text;

	private final Clock clock;

	private final WarnWindow window = new WarnWindow();

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
	public void decided(CorsPolicy policy, CorsDecision decision) {
	}

	@Override
	public void refused(Refusal refusal) {
		if (logger.isDebugEnabled()) {
			logger.debug(describe(refusal));
		}
		switch (this.window.next(refusal.policy().name() + "\n" + refusal.reason(), refusal.origin(),
				this.clock.millis())) {
			case VALUE -> logger.warn(describe(refusal) + ". " + this.text.advice(refusal));
			case TOO_MANY_VALUES ->
				logger.warn("CORS policy \"" + refusal.policy().name() + "\" refuses requests of more than "
						+ WarnWindow.MAX_VALUES + " origins with " + refusal.reason().code() + AT_DEBUG);
			case TOO_MANY -> logger
				.warn("CORS policies refuse more than " + WarnWindow.MAX_WARNINGS + " kinds of requests" + AT_DEBUG);
			case NONE -> {
			}
		}
	}

	private static String describe(Refusal refusal) {
		String detail = refusal.detail().isEmpty() || refusal.detail().equals(refusal.origin()) ? ""
				: " \"" + refusal.detail() + "\"";
		return "CORS policy \"" + refusal.policy().name() + "\" "
				+ ((refusal.policy().mode() == PolicyMode.REPORT_ONLY) ? "would have refused " : "refused ")
				+ kind(refusal) + " from origin \"" + refusal.origin() + "\" on " + refusal.pattern() + ": "
				+ refusal.reason().code() + detail;
	}

	private static String kind(Refusal refusal) {
		if (refusal.circumstance() == Refusal.Circumstance.NAVIGATION) {
			return "a form post or other navigation";
		}
		return refusal.preflight() ? "a preflight" : "a request";
	}

}
