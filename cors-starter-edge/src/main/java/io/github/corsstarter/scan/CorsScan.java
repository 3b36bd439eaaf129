package io.github.corsstarter.scan;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.scan.judge.Judge;
import io.github.corsstarter.scan.plan.Planner;
import io.github.corsstarter.scan.plan.ProbePlan;
import io.github.corsstarter.scan.plan.Promises;
import io.github.corsstarter.scan.plan.Site;
import io.github.corsstarter.scan.report.ScanReport;
import io.github.corsstarter.scan.send.Progress;
import io.github.corsstarter.scan.send.Sent;

/**
 * Holds what browsers get from a deployed site against what its policies say, and tries
 * the known attacks around them. Only OPTIONS, GET and HEAD are ever sent, to the one
 * host that is named.
 *
 * <pre class="code">
 * ScanOptions options = ScanOptions.of(URI.create("https://api.example.com")).build();
 * ScanReport report = CorsScan.of(policies, options).run(Progress.NONE);
 * </pre>
 */
public final class CorsScan {

	private static final String TOKEN_CHARACTERS = "abcdefghijkmnpqrstuvwxyz23456789";

	private static final int TOKEN_LENGTH = 10;

	private final ScanPolicies policies;

	private final ScanOptions options;

	private final Promises promises;

	private final ProbePlan plan;

	private CorsScan(ScanPolicies policies, ScanOptions options, String token) {
		this.policies = policies;
		this.options = options;
		this.promises = new Promises(new CorsEngine(policies.policies(), CorsObserver.NONE));
		this.plan = new Planner(policies.policies(), this.promises, options.target(), options.direct(), token,
				options.preflightOnly())
			.plan(options.paths(), options.maxRequests());
	}

	/**
	 * Plans a scan. Nothing is sent.
	 * @param policies the policies that the site is held against
	 * @param options what is asked, and how
	 * @return the scan
	 * @throws IllegalArgumentException if a path cannot be sent, with a sentence that
	 * says why
	 */
	public static CorsScan of(ScanPolicies policies, ScanOptions options) {
		return new CorsScan(policies, options, token());
	}

	/**
	 * Returns a random label, fit for a host name, a path and a query.
	 */
	static String token() {
		return new SecureRandom().ints(TOKEN_LENGTH, 0, TOKEN_CHARACTERS.length())
			.mapToObj((index) -> String.valueOf(TOKEN_CHARACTERS.charAt(index)))
			.collect(Collectors.joining("", "cors-scan-", ""));
	}

	/**
	 * Returns what would be sent.
	 * @return the plan
	 */
	public ProbePlan plan() {
		return this.plan;
	}

	/**
	 * Returns what would be sent, for a terminal.
	 * @return a line for each request, below a few that sum up
	 */
	public String planText() {
		return ScanReport.text(this.plan, this.policies.description(), this.options.rate());
	}

	/**
	 * Sends what is planned, and judges what comes. This takes as long as the rate has
	 * it; an interrupt ends it.
	 * @param progress is told after each request
	 * @return what was found
	 */
	public ScanReport run(Progress progress) {
		List<String> addresses = new ArrayList<>(List.of(addresses(this.options.target())));
		if (this.options.direct() != null) {
			addresses.add(addresses(this.options.direct()) + " directly");
		}
		Sent sent = this.options.sender().send(this.plan, progress);
		return new ScanReport(this.policies.description(), this.plan, sent, addresses,
				new Judge(this.promises, this.policies.locator()).judge(this.plan, sent));
	}

	private static String addresses(Site site) {
		String host = URI.create(site.origin()).getHost();
		try {
			return host + " at "
					+ Arrays.stream(InetAddress.getAllByName(host))
						.map(InetAddress::getHostAddress)
						.distinct()
						.collect(Collectors.joining(", "));
		}
		catch (UnknownHostException ex) {
			return host + ", which has no address";
		}
	}

}
