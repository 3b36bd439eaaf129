package io.github.corsstarter.sample.tenants;

import java.util.List;

import io.github.corsstarter.autoconfigure.CorsPolicies;
import io.github.corsstarter.rules.Finding;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The tenants' shops, and for administrators their origins.
 */
@RestController
@Profile("tenants")
class TenantController {

	private final TenantPolicies tenants;

	private final CorsPolicies policies;

	TenantController(TenantPolicies tenants, CorsPolicies policies) {
		this.tenants = tenants;
		this.policies = policies;
	}

	@GetMapping("/tenants/{tenant}/orders")
	List<String> orders(@PathVariable String tenant) {
		return List.of("first order of " + tenant, "second order of " + tenant);
	}

	/**
	 * Changes who may call a tenant's shop, effective when the call returns.
	 * @return what is wrong with the policies, of this tenant or another
	 */
	@PutMapping("/admin/tenants/{tenant}/origins")
	List<String> replaceOrigins(@PathVariable String tenant, @RequestBody List<String> origins) {
		if (!TenantPolicies.isName(tenant)) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "A tenant's name is letters, digits and dashes");
		}
		this.tenants.replace(tenant, origins);
		return this.policies.refresh().problems().stream().map(Finding::toString).toList();
	}

}
