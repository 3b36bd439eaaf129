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
	 * Logs the findings that were not there the last time and that nobody has accepted.
	 */
	public synchronized void log(List<Finding> findings) {
		for (Finding finding : findings) {
			if (!finding.accepted() && !this.logged.contains(finding)) {
				logger.warn(finding);
			}
		}
		this.logged = new HashSet<>(findings);
	}

}
