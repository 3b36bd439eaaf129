package io.github.corsstarter.scan.finding;

import java.util.List;

import io.github.corsstarter.scan.plan.Probe;
import org.jspecify.annotations.Nullable;

/**
 * Where a site does not do what its policies say. Every text is fit to be shown: what a
 * server sent is cleaned and cut, and no secret is in it.
 *
 * @param rule the rule
 * @param severity how bad it is
 * @param effect what it does to pages
 * @param policy the policy, or {@code null} where none governs the path
 * @param pattern the path pattern, or {@code null} where no policy governs the path
 * @param path the path that was asked for, the base path with it
 * @param origin the page's origin, or {@code null} for a request without one
 * @param method the method that a page uses
 * @param credentials whether it is about requests with credentials
 * @param expected what the policies promise
 * @param observed what came
 * @param message what that means
 * @param advice what to do, and where
 * @param source where the policy is written, or {@code null} where that is not known
 * @param curl a command that shows the answer
 * @param request the request in words
 * @param probes the requests that show it, that of the other fields first
 */
public record ScanFinding(ScanRule rule, ScanSeverity severity, Effect effect, @Nullable String policy,
		@Nullable String pattern, String path, @Nullable String origin, String method, boolean credentials,
		String expected, String observed, String message, String advice, @Nullable String source, String curl,
		String request, List<Probe> probes) {

	/**
	 * Creates a finding.
	 */
	public ScanFinding {
		probes = List.copyOf(probes);
	}

}
