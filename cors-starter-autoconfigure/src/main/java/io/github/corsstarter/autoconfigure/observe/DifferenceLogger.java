package io.github.corsstarter.autoconfigure.observe;

import java.time.Clock;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.ResponseDifference;
import io.github.corsstarter.ResponseDifference.HeaderDifference;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.policy.PolicyMode;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Logs where responses differ from policies: each at DEBUG, and the first of a policy,
 * header and value at WARN, in bounded numbers.
 */
public final class DifferenceLogger implements CorsObserver {

	private static final Log logger = LogFactory.getLog(DifferenceLogger.class);

	private final PropertyLocator locator;

	private final Clock clock;

	private final WarnWindow window = new WarnWindow();

	/**
	 * Creates a logger.
	 * @param locator tells where configuration stands
	 * @param clock tells when a response differed
	 */
	public DifferenceLogger(PropertyLocator locator, Clock clock) {
		this.locator = locator;
		this.clock = clock;
	}

	@Override
	public void decided(CorsPolicy policy, CorsDecision decision) {
	}

	@Override
	public void differs(ResponseDifference difference) {
		for (HeaderDifference header : difference.headers()) {
			if (logger.isDebugEnabled()) {
				logger.debug(describe(difference, header));
			}
			String kind = difference.policy().name() + "\n" + header.header();
			String value = difference.pattern() + "\n" + header.written() + "\n" + header.policyValue();
			switch (this.window.next(kind, value, this.clock.millis())) {
				case VALUE -> logger.warn(describe(difference, header));
				case TOO_MANY_VALUES ->
					logger.warn("Responses differ from CORS policy \"" + difference.policy().name() + "\" in more than "
							+ WarnWindow.MAX_VALUES + " values of " + header.header() + RefusalLogger.AT_DEBUG);
				case TOO_MANY -> logger.warn("Responses differ from CORS policies in more than "
						+ WarnWindow.MAX_WARNINGS + " ways" + RefusalLogger.AT_DEBUG);
				case NONE -> {
				}
			}
		}
	}

	private String describe(ResponseDifference difference, HeaderDifference header) {
		String name = difference.policy().name();
		String property = this.locator.describe(name, header.key());
		if (difference.policy().mode() != PolicyMode.REPORT_ONLY) {
			return "CORS policy \"" + name + "\" takes " + header.header() + ": " + header.written()
					+ " out of responses on " + difference.pattern() + ". If pages read these headers, list them in "
					+ property;
		}
		return "CORS policy \"" + name + "\" would have written " + text(header.header(), header.policyValue()) + " on "
				+ difference.pattern() + ", where " + (difference.preflight() ? "a preflight" : "a request") + " got "
				+ text(header.header(), header.written()) + (header.key().isEmpty()
						? ". Caches need it: nothing is to be changed" : ". If that is right, change " + property);
	}

	private static String text(String header, String value) {
		return value.isEmpty() ? "no " + header : header + ": " + value;
	}

}
