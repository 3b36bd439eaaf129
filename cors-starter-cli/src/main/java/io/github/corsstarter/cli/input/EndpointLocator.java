package io.github.corsstarter.cli.input;

import java.util.Map;

import io.github.corsstarter.explain.PropertyLocator;
import org.jspecify.annotations.Nullable;

/**
 * The places that an application's endpoint tells.
 *
 * @param policies the policies by their names
 */
record EndpointLocator(Map<String, EndpointAnswer.Policy> policies) implements PropertyLocator {

	@Override
	public @Nullable String locate(String policy, String key) {
		EndpointAnswer.Policy told = this.policies.get(policy);
		EndpointAnswer.Property property = property(told, key);
		if (property != null) {
			return property.source();
		}
		return (told != null) ? told.source() : null;
	}

	@Override
	public String property(String policy, String key) {
		EndpointAnswer.Property property = property(this.policies.get(policy), key);
		return (property != null && property.name() != null) ? property.name()
				: PropertyLocator.super.property(policy, key);
	}

	private static EndpointAnswer.@Nullable Property property(EndpointAnswer.@Nullable Policy policy, String key) {
		return (policy != null && policy.properties() != null) ? policy.properties().get(key) : null;
	}

}
