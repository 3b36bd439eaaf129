package io.github.corsstarter.sample;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;

/**
 * Keeps the admin API to administrators, on Netty. The actuator's endpoints are open
 * because the lab reads them: a production application does not do that.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
class ReactiveSecurityConfiguration {

	@Bean
	SecurityWebFilterChain securityWebFilterChain(ServerHttpSecurity http) {
		return http
			.authorizeExchange(
					(exchanges) -> exchanges.pathMatchers("/admin/**").hasRole("ADMIN").anyExchange().permitAll())
			.headers((headers) -> headers.contentSecurityPolicy(
					(policy) -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
			.httpBasic(Customizer.withDefaults())
			// There is no session that a forged request could use.
			.csrf(ServerHttpSecurity.CsrfSpec::disable)
			.securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
			.build();
	}

}
