package io.github.corsstarter.autoconfigure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The Public Suffix List (https://publicsuffix.org), private section included, and the
 * names that listed suffixes stand below: {@code amazonaws.com} is not listed, but
 * {@code s3.amazonaws.com} is, so that anyone can get a name below both. The list is read
 * when it is first asked, which is where a policy has a wildcard, and can be forgotten
 * afterwards: no request needs it.
 */
final class PublicSuffixes implements Predicate<String> {

	private static final String RESOURCE = "effective_tld_names.dat";

	/** Where the list is on the class path. */
	static final String LOCATION = "io/github/corsstarter/autoconfigure/" + RESOURCE;

	private @Nullable Set<String> rules;

	private int reads;

	@Override
	public synchronized boolean test(String domain) {
		Set<String> rules = this.rules;
		if (rules == null) {
			rules = read();
			this.reads++;
			this.rules = rules;
		}
		if (rules.contains("!" + domain)) {
			return false;
		}
		int dot = domain.indexOf('.');
		return rules.contains(domain) || (dot > 0 && rules.contains("*" + domain.substring(dot)));
	}

	/**
	 * Gives the memory back. The list is read again when it is asked again.
	 */
	synchronized void forget() {
		this.rules = null;
	}

	synchronized boolean isLoaded() {
		return this.rules != null;
	}

	synchronized int reads() {
		return this.reads;
	}

	private static Set<String> read() {
		try (InputStream stream = Objects.requireNonNull(PublicSuffixes.class.getResourceAsStream(RESOURCE), RESOURCE);
				BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
			Set<String> rules = new HashSet<>(16384);
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				if (!line.isBlank() && !line.startsWith("//")) {
					addWithParents(ascii(line.strip()), rules);
				}
			}
			return rules;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The Public Suffix List cannot be read", ex);
		}
	}

	private static void addWithParents(String rule, Set<String> rules) {
		rules.add(rule);
		boolean exception = rule.startsWith("!");
		for (int dot = rule.indexOf('.'); dot >= 0 && !exception; dot = rule.indexOf('.', dot + 1)) {
			rules.add(rule.substring(dot + 1));
		}
	}

	/**
	 * Returns a rule as browsers send the hosts that it is about.
	 */
	private static String ascii(String rule) {
		for (int i = 0; i < rule.length(); i++) {
			if (rule.charAt(i) > 127) {
				return IDN.toASCII(rule, IDN.ALLOW_UNASSIGNED);
			}
		}
		return rule;
	}

}
