package io.github.corsstarter.autoconfigure;

import java.time.Instant;
import java.util.List;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.policy.CorsPolicySource;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.InvalidCorsPolicyException;
import io.github.corsstarter.policy.PolicyKey;
import io.github.corsstarter.rules.Rule;
import io.github.corsstarter.rules.Severity;
import io.github.corsstarter.autoconfigure.diagnostics.FindingReport;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The policies of an application, to be read again while it runs.
 */
public final class CorsPolicies implements LastReload.Source {

	/** The outcome of a reload after which new policies are in force. */
	public static final String APPLIED = "applied";

	/** The outcome of a reload after which the policies from before are in force. */
	public static final String REJECTED = "rejected";

	private static final Log logger = LogFactory.getLog(CorsPolicies.class);

	private final CorsPolicyLoader loader;

	private final CorsEngine engine;

	private volatile @Nullable LastReload lastReload;

	CorsPolicies(CorsPolicyLoader loader, CorsEngine engine) {
		this.loader = loader;
		this.engine = engine;
	}

	/**
	 * Reads the configuration and every {@link CorsPolicySource} again, and puts the
	 * policies in force in one step: each request is answered wholly by the policies from
	 * before or wholly by the new ones. Where the configuration has an error, or a source
	 * fails, that is logged and the policies from before stay.
	 * @return what came of it: where the policies are in force, its problems are those of
	 * policies from code, which were left out
	 */
	public synchronized LastReload refresh() {
		LastReload reload = apply();
		this.lastReload = reload;
		return reload;
	}

	/**
	 * Returns what came of the last {@link #refresh}.
	 * @return the last reload, or {@code null} where there was none
	 */
	@Override
	public @Nullable LastReload get() {
		return this.lastReload;
	}

	private LastReload apply() {
		try {
			LoadedCorsPolicies loaded = this.loader.load();
			this.engine.replace(loaded.policies());
			this.loader.logFindings();
			return new LastReload(Instant.now(), APPLIED, errors(loaded.policies().findings()));
		}
		catch (InvalidCorsPolicyException ex) {
			logger.error("CORS policies were not reloaded, those from before stay in force. "
					+ FindingReport.of(ex.getFindings()));
			return new LastReload(Instant.now(), REJECTED, ex.getFindings());
		}
		catch (RuntimeException ex) {
			logger.error("CORS policies were not reloaded, those from before stay in force", ex);
			return new LastReload(Instant.now(), REJECTED, List.of(failure(ex)));
		}
	}

	private static List<Finding> errors(List<Finding> findings) {
		return findings.stream().filter((finding) -> finding.severity() == Severity.ERROR).toList();
	}

	private static Finding failure(RuntimeException ex) {
		return new Finding(Rule.INVALID_VALUE, "", PolicyKey.NONE, "cors", "", null, "cannot be read: " + ex,
				"Look for the cause in the log, and refresh again.");
	}

}
