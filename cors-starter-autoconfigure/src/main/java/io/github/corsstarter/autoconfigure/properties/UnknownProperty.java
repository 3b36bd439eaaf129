package io.github.corsstarter.autoconfigure.properties;

import io.github.corsstarter.text.Codes;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/**
 * What to say about a key that does not exist.
 *
 * @param meant the key that was most likely meant, or {@code null}
 * @param message why it is a problem
 * @param advice what to write
 */
record UnknownProperty(@Nullable String meant, String message, String advice) {

	static UnknownProperty of(ConfigurationPropertyName property, KnownProperties known) {
		String written = property.getLastElement(Form.ORIGINAL);
		KnownProperties.Key policyKey = KnownProperties.POLICY.find(written);
		String uniform = Codes.uniform(written);
		if (known == KnownProperties.DEFAULTS && policyKey != null) {
			return new UnknownProperty(null, "is no default: each policy has its own",
					"Write \"" + policyKey.name() + "\" into the policies.");
		}
		if (known == KnownProperties.TOP && (policyKey != null || uniform.equals("allowedoriginpatterns"))) {
			String key = (policyKey != null) ? policyKey.name() : "allowed-origins";
			return new UnknownProperty(null, "does not exist: every policy has a name here",
					"Is this a property of your own? Then rename it so that it does not start with cors."
							+ " If it is meant for this starter, write \"cors.policies.NAME." + key + "\".");
		}
		if (uniform.equals("allowedoriginpatterns")) {
			return new UnknownProperty("allowed-origins", "does not exist: that is Spring's own name",
					"Did you mean \"allowed-origins\"? It takes wildcards, too, as \"https://*.example.com\".");
		}
		return suggest(known, known.nearest(written));
	}

	private static UnknownProperty suggest(KnownProperties known, @Nullable String meant) {
		String choice = "The keys here are " + String.join(", ", known.names()) + ".";
		if (meant != null) {
			return new UnknownProperty(meant, "does not exist", "Did you mean \"" + meant + "\"?");
		}
		return (known == KnownProperties.TOP)
				? new UnknownProperty(null, "does not exist. Is this a property of your own?",
						"Rename it so that it does not start with cors. " + choice)
				: new UnknownProperty(null, "does not exist", choice);
	}

}
