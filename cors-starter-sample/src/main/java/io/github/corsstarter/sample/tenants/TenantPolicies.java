package io.github.corsstarter.sample.tenants;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.corsstarter.policy.CorsPolicySource;
import io.github.corsstarter.policy.CorsPolicySpec;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One policy for each tenant, of the origins that the database holds. It is read at the
 * start and at each refresh: no request waits for the database.
 */
@Component
@Profile("tenants")
class TenantPolicies implements CorsPolicySource {

	private final JdbcClient client;

	TenantPolicies(JdbcClient client) {
		this.client = client;
	}

	@Override
	public String pathPrefix() {
		return "/tenants";
	}

	@Override
	public List<CorsPolicySpec> policies() {
		Map<String, List<String>> origins = new TreeMap<>();
		this.client.sql("select tenant, origin from tenant_origin order by tenant, origin").query((row) -> {
			origins.computeIfAbsent(row.getString("tenant"), (tenant) -> new ArrayList<>())
				.add(row.getString("origin"));
		});
		return origins.entrySet().stream().map((entry) -> policy(entry.getKey(), entry.getValue())).toList();
	}

	private static CorsPolicySpec policy(String tenant, List<String> origins) {
		return CorsPolicySpec.named("tenant-" + tenant)
			.paths("/tenants/" + tenant + "/**")
			.allowedOrigins(origins.toArray(String[]::new))
			.allowedMethods("GET", "POST")
			.allowedHeaders("Content-Type")
			.build();
	}

	/**
	 * Whether a name may become a part of a path: {@code {x}} would be every tenant's.
	 */
	static boolean isName(String tenant) {
		return !tenant.isEmpty() && tenant.length() <= 50
				&& tenant.chars().allMatch((c) -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
	}

	void replace(String tenant, List<String> origins) {
		this.client.sql("delete from tenant_origin where tenant = ?").param(tenant).update();
		for (String origin : origins) {
			this.client.sql("insert into tenant_origin values (?, ?)").param(tenant).param(origin).update();
		}
	}

}
