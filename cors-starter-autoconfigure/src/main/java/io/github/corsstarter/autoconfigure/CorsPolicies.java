package io.github.corsstarter.autoconfigure;

import java.time.Instant;
import java.util.List;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.autoconfigure.RefreshResult.Outcome;
import io.github.corsstarter.autoconfigure.diagnostics.FindingLogger;
import io.github.corsstarter.autoconfigure.diagnostics.FindingReport;
import io.github.corsstarter.autoconfigure.diagnostics.PolicyAnnouncement;
import io.github.corsstarter.autoconfigure.inspect.ApplicationFacts;
import io.github.corsstarter.diff.CorsDifferences;
import io.github.corsstarter.diff.PolicyVersion;
import io.github.corsstarter.policy.CorsPolicySource;
import io.github.corsstarter.policy.PolicyKey;
import io.github.corsstarter.policy.ResolvedPolicy;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.InvalidCorsPolicyException;
import io.github.corsstarter.rules.Rule;
import io.github.corsstarter.rules.Severity;
import io.github.corsstarter.text.Printable;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The policies of an application, to be read again while it runs.
 */
public final class CorsPolicies {

	private static final Log logger = LogFactory.getLog(CorsPolicies.class);

	private final CorsPolicyLoader loader;

	private final CurrentPolicies current;

	private final CorsEngine engine;

	private final FindingLogger findingLogger = new FindingLogger();

	private ApplicationFacts facts;

	private volatile @Nullable RefreshResult lastRefresh;

	/**
	 * Creates policies.
	 * @param loader reads them again
	 * @param current those that are in force
	 * @param engine decides by them
	 * @param facts what they were checked against
	 */
	CorsPolicies(CorsPolicyLoader loader, CurrentPolicies current, CorsEngine engine, ApplicationFacts facts) {
		this.loader = loader;
		this.current = current;
		this.engine = engine;
		this.facts = facts;
	}

	/**
	 * Reads the configuration and every {@link CorsPolicySource} again, and puts the
	 * policies in force in one step: no request is answered partly by the old policies
	 * and partly by the new ones. If the configuration has an error, or a source fails,
	 * the error is logged and the old policies stay in force.
	 * @return the result; where the new policies are in force, it lists as problems why
	 * policies from code were left out
	 */
	public synchronized RefreshResult refresh() {
		RefreshResult result = tryRefresh();
		this.lastRefresh = result;
		return result;
	}

	/**
	 * Returns what came of the last {@link #refresh}.
	 * @return the result, or {@code null} where there was none
	 */
	public @Nullable RefreshResult lastRefresh() {
		return this.lastRefresh;
	}

	/**
	 * Checks the policies in force against the whole application, and logs what was found
	 * about them.
	 * @param facts what is known of the application, now and at each refresh
	 */
	synchronized void check(ApplicationFacts facts) {
		// What has been added to the facts stays.
		if (!facts.isOrdinary() && !facts.equals(this.facts)) {
			this.facts = facts;
			apply(this.loader.check(this.current.loaded(), facts).orThrow());
		}
		this.findingLogger.log(this.engine.policySet().findings());
	}

	private RefreshResult tryRefresh() {
		try {
			CorsPolicySet before = this.engine.policySet();
			PolicyVersion old = version(this.current.loaded());
			LoadedCorsPolicies after = this.loader.load(this.facts).orThrow();
			List<String> changes = CorsDifferences.between(old, version(after)).summary();
			apply(after);
			tellOfChanges(before, this.engine.policySet());
			log(changes);
			List<Finding> findings = this.engine.policySet().findings();
			this.findingLogger.log(findings);
			return new RefreshResult(Instant.now(), Outcome.APPLIED,
					findings.stream().filter((finding) -> finding.severity() == Severity.ERROR).toList(), changes);
		}
		catch (InvalidCorsPolicyException ex) {
			logger.error("CORS policies were not reloaded, those from before stay in force. "
					+ FindingReport.of(ex.getFindings()));
			return new RefreshResult(Instant.now(), Outcome.REJECTED, ex.getFindings(), List.of());
		}
		catch (RuntimeException ex) {
			logger.error("CORS policies were not reloaded, those from before stay in force", ex);
			return new RefreshResult(Instant.now(), Outcome.REJECTED, List.of(failure(ex)), List.of());
		}
	}

	private static void log(List<String> changes) {
		changes.stream()
			.limit(RefreshResult.MAX_CHANGES)
			.forEach((change) -> logger.info("CORS policies were reloaded: policy " + change));
		if (changes.size() > RefreshResult.MAX_CHANGES) {
			logger.info("CORS policies were reloaded: %d more policies changed"
				.formatted(changes.size() - RefreshResult.MAX_CHANGES));
		}
	}

	private static PolicyVersion version(LoadedCorsPolicies loaded) {
		return new PolicyVersion(loaded.policies(), loaded);
	}

	private void apply(LoadedCorsPolicies loaded) {
		this.engine.replace(loaded.policies());
		this.current.set(loaded);
	}

	private static void tellOfChanges(CorsPolicySet before, CorsPolicySet after) {
		if (!resolved(before).equals(resolved(after))) {
			PolicyAnnouncement.announce(after.policies());
			PolicyAnnouncement.warnOfLost(GovernedPaths.of(after, (policy) -> true).lost(before));
		}
	}

	private static List<ResolvedPolicy> resolved(CorsPolicySet set) {
		return set.policies().stream().map(CorsPolicy::resolved).toList();
	}

	private static Finding failure(RuntimeException ex) {
		// The address of a database may have its password in it.
		return new Finding(Rule.INVALID_VALUE, "", PolicyKey.NONE, "cors", "", null,
				"cannot be read: " + Printable.withoutUserInfo(ex.toString()),
				"Look for the cause in the log, and refresh again.");
	}

}
