package io.github.corsstarter.rules;

import io.github.corsstarter.policy.PolicyKey;

/**
 * What a policy may be called. Its name stands in logs, metrics, endpoint and in the
 * configuration of other servers, so that it is made of characters that mean nothing in
 * any of them.
 */
public final class PolicyName {

	/** Most characters of a name. */
	public static final int MAX_LENGTH = 100;

	private PolicyName() {
	}

	/**
	 * Whether a policy may be called so.
	 * @param name the name
	 * @return whether it is 1 to {@value #MAX_LENGTH} ASCII letters, digits, {@code -},
	 * {@code _} and {@code .}
	 */
	public static boolean isValid(String name) {
		if (name.isEmpty() || name.length() > MAX_LENGTH) {
			return false;
		}
		for (int i = 0; i < name.length(); i++) {
			if (!isAllowed(name.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Returns what is found about a policy that is given a name that no policy may have.
	 * @param policy what the policy is called instead, or the name itself
	 * @param name the name
	 * @return the finding
	 */
	public static Finding invalid(String policy, String name) {
		return finding(Rule.INVALID_POLICY_NAME, policy, name, problem(name), (name.indexOf('/') >= 0)
				? "Write a name as \"web-shop\", and \"paths\" below it." : "Write a name as \"web-shop\".");
	}

	/**
	 * Returns what is found about a policy that is given another one's name.
	 * @param policy what the policy is called instead, or the name itself
	 * @param name the name
	 * @return the finding
	 */
	public static Finding taken(String policy, String name) {
		return finding(Rule.DUPLICATE_POLICY, policy, name,
				"is the name of another policy, too; names are compared without case, - and _",
				"Give each policy a name of its own.");
	}

	private static Finding finding(Rule rule, String policy, String name, String message, String advice) {
		return new Finding(rule, policy, PolicyKey.NONE, "", name, null, message, advice);
	}

	private static String problem(String name) {
		if (name.isEmpty()) {
			return "is an empty name";
		}
		if (name.indexOf('/') >= 0) {
			return "looks like a path: policies have names, and list the paths that they are for";
		}
		return (name.length() > MAX_LENGTH) ? "is a name of more than " + MAX_LENGTH + " characters"
				: "is a name with characters other than ASCII letters, digits, -, _ and .";
	}

	/**
	 * Makes a valid name out of an invalid one.
	 * @param name any name
	 * @param suffix what to put at the end, of allowed characters
	 * @return a name that a policy may have
	 */
	public static String standIn(String name, String suffix) {
		int kept = Math.min(name.length(), MAX_LENGTH - suffix.length());
		StringBuilder allowed = new StringBuilder(MAX_LENGTH);
		for (int i = 0; i < kept; i++) {
			allowed.append(isAllowed(name.charAt(i)) ? name.charAt(i) : '-');
		}
		return (allowed.isEmpty() ? "unnamed" : allowed) + suffix;
	}

	private static boolean isAllowed(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'
				|| c == '.';
	}

}
