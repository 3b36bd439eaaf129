package io.github.corsstarter.explain;

import java.util.List;

import io.github.corsstarter.Refusal;
import io.github.corsstarter.origin.InvalidOriginException;
import io.github.corsstarter.origin.OriginPattern;
import io.github.corsstarter.origin.Origins;
import io.github.corsstarter.policy.ResolvedPolicy;
import io.github.corsstarter.text.Yaml;
import org.jspecify.annotations.Nullable;

/**
 * Makes the advice about refused origins.
 */
final class OriginAdvice {

	private static final String KEY = "allowed-origins";

	private final PropertyLocator locator;

	private final boolean offersOrigin;

	/**
	 * Creates advice.
	 * @param locator tells where configuration stands
	 * @param offersOrigin whether the refused origin, or one made of it, may be offered
	 * as a value to write; not where a stranger may have sent it
	 */
	OriginAdvice(PropertyLocator locator, boolean offersOrigin) {
		this.locator = locator;
		this.offersOrigin = offersOrigin;
	}

	String malformed(Refusal refusal) {
		if (refusal.detail().isEmpty()) {
			return "Send no Origin, or that of the page.";
		}
		if (Origins.isSerialized(refusal.detail())) {
			return "The request names more than one origin, which no browser does. Look for a proxy that adds one.";
		}
		OriginNearMiss nearMiss = OriginNearMiss.serialized(refusal.detail());
		if (!this.offersOrigin || nearMiss == null) {
			return "An origin is scheme, host and port in lower case, as https://shop.example.com."
					+ (this.offersOrigin ? "" : " The request does not come from a browser: nothing is to be changed.");
		}
		boolean allowed = refusal.policy().compiled().origins().contains(nearMiss.origin());
		return "It " + nearMiss.difference() + "; browsers send \"" + nearMiss.origin() + "\", which the policy "
				+ (allowed ? "allows." : "does not allow either. " + add(refusal, nearMiss.origin()));
	}

	String notAllowed(Refusal refusal) {
		String origin = refusal.detail();
		if (refusal.circumstance() == Refusal.Circumstance.OWN_HOST) {
			return "It looks like the application's own origin, seen through a proxy. If it is, set "
					+ "server.forward-headers-strategy to \"framework\" or \"native\" and let the proxy send X-Forwarded-Proto, -Host and -Port; list nothing.";
		}
		if (origin.equals(Origins.OPAQUE)) {
			return opaque(refusal);
		}
		if (OriginNearMiss.isApexOfWildcard(refusal.policy(), origin)) {
			return "A wildcard takes in subdomains, never the domain itself. " + add(refusal, origin);
		}
		OriginNearMiss nearMiss = OriginNearMiss.allowed(refusal.policy(), origin);
		return ((nearMiss != null) ? differs(refusal, nearMiss) : "") + add(refusal, origin);
	}

	private String differs(Refusal refusal, OriginNearMiss nearMiss) {
		boolean listed = refusal.policy().resolved().allowedOrigins().contains(nearMiss.origin());
		boolean told = this.offersOrigin || listed;
		return "It " + nearMiss.difference() + ", unlike " + (told ? "\"" + nearMiss.origin() + "\", which" : "what")
				+ " the policy allows: every part of an origin counts. ";
	}

	private String opaque(Refusal refusal) {
		String pages = "Pages in sandboxed frames, from file: and data: addresses, and after redirects across origins send \"null\". "
				+ "Serve the page from an origin of its own and list that in " + property(refusal) + ". ";
		return pages + (refusal.policy().resolved().allowCredentials()
				? "\"null\" itself must not be listed where credentials are allowed: any website can send it."
				: "\"null\", in quotes, would let in every website.");
	}

	private String add(Refusal refusal, String origin) {
		if (!this.offersOrigin) {
			return "If pages of this origin are yours, add it to " + property(refusal)
					+ "; if you do not know it, change nothing.";
		}
		ResolvedPolicy policy = refusal.policy().resolved();
		OriginPattern pattern = parse(origin);
		if (pattern == null) {
			return "Only origins as https://shop.example.com can be listed in " + property(refusal) + ".";
		}
		if (pattern.isInsecure() && policy.allowCredentials()) {
			return insecure(refusal, "https" + origin.substring("http".length()));
		}
		return "If its pages may call, " + addition(refusal, origin);
	}

	private String insecure(Refusal refusal, String secure) {
		String advice = "Serve the page over https: with credentials, http origins are an error when the application starts.";
		return refusal.policy().compiled().origins().contains(secure) ? advice
				: advice + " Then " + addition(refusal, secure);
	}

	private String addition(Refusal refusal, String origin) {
		return "add " + Yaml.value(origin) + " to " + property(refusal)
				+ Yaml.list(refusal.policy().resolved().allowedOrigins(), List.of(origin)) + ".";
	}

	private static @Nullable OriginPattern parse(String origin) {
		try {
			return OriginPattern.parse(origin);
		}
		catch (InvalidOriginException ex) {
			return null;
		}
	}

	private String property(Refusal refusal) {
		return this.locator.describe(refusal.policy().name(), KEY);
	}

}
