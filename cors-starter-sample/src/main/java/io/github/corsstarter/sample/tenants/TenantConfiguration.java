package io.github.corsstarter.sample.tenants;

import javax.sql.DataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

/**
 * A database in memory, for as long as the application runs.
 */
@Configuration(proxyBeanMethods = false)
@Profile("tenants")
class TenantConfiguration {

	@Bean
	EmbeddedDatabase tenantDatabase() {
		return new EmbeddedDatabaseBuilder().generateUniqueName(true)
			.setType(EmbeddedDatabaseType.H2)
			.addScript("classpath:tenants/tenants.sql")
			.build();
	}

	@Bean
	JdbcClient tenantClient(DataSource dataSource) {
		return JdbcClient.create(dataSource);
	}

}
