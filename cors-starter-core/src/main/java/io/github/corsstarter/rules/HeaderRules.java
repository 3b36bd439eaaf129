package io.github.corsstarter.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.Tokens;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.PolicyKey;
import org.jspecify.annotations.Nullable;

/**
 * Checks and compiles the allowed and the exposed headers of a policy.
 */
final class HeaderRules {

	static final String ANY = "*";

	private static final String ALLOWED = "allowed-headers";

	private static final String EXPOSED = "exposed-headers";

	private final CorsPolicySpec spec;

	private final FindingCollector findings;

	HeaderRules(CorsPolicySpec spec, FindingCollector findings) {
		this.spec = spec;
		this.findings = findings;
	}

	/**
	 * Returns the allowed names in lower case, or only {@code *}.
	 */
	List<String> compileAllowed() {
		Map<String, String> names = names(this.spec.allowedHeaders(), ALLOWED, this::checkAllowed);
		return names.containsKey(ANY) ? List.of(ANY) : List.copyOf(names.keySet());
	}

	/**
	 * Returns the exposed names as they are written, or only {@code *}.
	 */
	List<String> compileExposed() {
		Map<String, String> names = names(this.spec.exposedHeaders(), EXPOSED, this::checkExposed);
		return names.containsKey(ANY) ? List.of(ANY) : List.copyOf(names.values());
	}

	private Map<String, String> names(@Nullable List<String> written, String key, Check check) {
		Map<String, String> names = new LinkedHashMap<>();
		for (int i = 0; written != null && i < written.size(); i++) {
			String name = written.get(i);
			PolicyKey entry = new PolicyKey(key, i);
			if (!Tokens.isToken(name)) {
				this.findings.add(Rule.INVALID_HEADER_NAME, entry, name,
						name.isEmpty() ? "is empty" : "is no header name: names have no white space or separators",
						Separated.advice(name, "names", Tokens::isToken,
								"Write one name an entry, as [Authorization, X-Trace]."));
			}
			else if (check.passes(name, name.toLowerCase(Locale.ROOT), entry)) {
				names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
			}
		}
		return names;
	}

	private boolean checkAllowed(String name, String lowerCase, PolicyKey key) {
		if (lowerCase.equals(ANY)) {
			this.findings.add(Rule.ANY_HEADER, key, name,
					"allows every header, those too that the application takes for trusted",
					"List the headers that pages send.");
			return true;
		}
		if (HeaderNames.isResponseOnly(lowerCase)) {
			this.findings.add(Rule.MISPLACED_HEADER, key, name, "is a response header; these are request headers",
					"Delete the entry.");
			return false;
		}
		if (HeaderNames.isForbiddenRequestHeader(lowerCase)) {
			this.findings.add(Rule.FORBIDDEN_REQUEST_HEADER, key, name,
					"is a header that the browser alone sets, so no page asks for it", "Delete the entry.");
		}
		return true;
	}

	private boolean checkExposed(String name, String lowerCase, PolicyKey key) {
		if (lowerCase.equals(ANY) && Boolean.TRUE.equals(this.spec.allowCredentials())) {
			this.findings.add(Rule.ANY_EXPOSED_HEADER_WITH_CREDENTIALS, key, name,
					"means a header named * to browsers where credentials are allowed",
					"List the headers that pages read.");
			return false;
		}
		if (HeaderNames.isForbiddenResponseHeader(lowerCase)) {
			this.findings.add(Rule.FORBIDDEN_RESPONSE_HEADER, key, name, "is a header that no page can read",
					"Delete the entry.");
			return false;
		}
		if (HeaderNames.isNeverReadable(lowerCase)) {
			this.findings.add(Rule.MISPLACED_HEADER, key, name,
					"is a header of requests or of responses to preflights; these are headers of responses that pages read",
					"Delete the entry, or list it under allowed-headers if pages send it.");
			return false;
		}
		return true;
	}

	private interface Check {

		boolean passes(String name, String lowerCase, PolicyKey key);

	}

}
