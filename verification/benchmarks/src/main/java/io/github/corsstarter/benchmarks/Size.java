package io.github.corsstarter.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * How much is configured. Each policy has a path of its own and origins of its own;
 * requests go to the path of the policy that was declared last.
 *
 * @param policies number of policies
 * @param origins number of origins of each policy
 * @param wildcards whether the origins are wildcards for all subdomains of a domain
 */
public record Size(int policies, int origins, boolean wildcards) {

	private static final String WILDCARDS = "w";

	/**
	 * Reads a size.
	 * @param text policies, an x, origins, and a w where they are wildcards:
	 * {@code 1x1000w}
	 * @return the size
	 */
	public static Size parse(String text) {
		int x = text.indexOf('x');
		boolean wildcards = text.endsWith(WILDCARDS);
		int end = wildcards ? text.length() - 1 : text.length();
		return new Size(Integer.parseInt(text, 0, x, 10), Integer.parseInt(text, x + 1, end, 10), wildcards);
	}

	int lastPolicy() {
		return this.policies - 1;
	}

	/**
	 * Returns where the paths of a policy start.
	 * @param policy the policy's number
	 * @return the path without what follows
	 */
	public static String path(int policy) {
		return "/api/service" + policy;
	}

	/**
	 * Returns the origins that a policy allows.
	 * @param policy the policy's number
	 * @return origins or wildcards
	 */
	public List<String> allowedOrigins(int policy) {
		List<String> origins = new ArrayList<>();
		for (int i = 0; i < this.origins; i++) {
			origins.add(this.wildcards ? "https://*." + domain(policy, i) : "https://" + domain(policy, i));
		}
		return origins;
	}

	/**
	 * Returns an origin that the last policy allows.
	 * @param i any number: another one gives another origin, as far as there are others
	 */
	String allowedOrigin(int i) {
		String domain = domain(lastPolicy(), Math.floorMod(i * 7919, this.origins));
		return this.wildcards ? "https://shop" + i + "." + domain : "https://" + domain;
	}

	private static String domain(int policy, int i) {
		return "tenant" + i + ".service" + policy + ".example.com";
	}

	@Override
	public String toString() {
		return this.policies + "x" + this.origins + (this.wildcards ? WILDCARDS : "");
	}

}
