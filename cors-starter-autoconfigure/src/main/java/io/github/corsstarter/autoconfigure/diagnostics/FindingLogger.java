package io.github.corsstarter.autoconfigure.diagnostics;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.corsstarter.rules.Finding;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Logs each finding once, however often policies are loaded.
 */
public final class FindingLogger {

	private static final Log logger = LogFactory.getLog(FindingLogger.class);

	private Set<Finding> logged = Set.of();

	/**
	 * Logs the findings that were not there the last time and that nobody has accepted,
	 * the first fifty of them.
	 */
	public synchronized void log(List<Finding> findings) {
		int fresh = 0;
		for (Finding finding : findings) {
			if (!finding.accepted() && !this.logged.contains(finding) && ++fresh <= FindingReport.MAX_FINDINGS) {
				logger.warn(finding);
			}
		}
		if (fresh > FindingReport.MAX_FINDINGS) {
			logger.warn("... and %d more findings about CORS policies".formatted(fresh - FindingReport.MAX_FINDINGS));
		}
		this.logged = new HashSet<>(findings);
	}

}
