package io.github.corsstarter.autoconfigure.reload;

import io.github.corsstarter.autoconfigure.CorsPolicies;

import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.context.ApplicationListener;

/**
 * Reads policies again after a change of the environment, whatever keys it names: a
 * placeholder in a policy may stand for any.
 */
final class PolicyReloader implements ApplicationListener<EnvironmentChangeEvent> {

	private final CorsPolicies policies;

	PolicyReloader(CorsPolicies policies) {
		this.policies = policies;
	}

	@Override
	public void onApplicationEvent(EnvironmentChangeEvent event) {
		this.policies.refresh();
	}

}
