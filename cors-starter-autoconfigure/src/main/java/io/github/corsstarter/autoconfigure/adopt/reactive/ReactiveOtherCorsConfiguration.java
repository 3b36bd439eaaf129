package io.github.corsstarter.autoconfigure.adopt.reactive;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * What reads the own CORS configuration of a reactive application.
 */
@Configuration(proxyBeanMethods = false)
public class ReactiveOtherCorsConfiguration {

	@Bean
	ReactiveFilterCors reactiveFilterOtherCors(ConfigurableListableBeanFactory beans) {
		return new ReactiveFilterCors(beans);
	}

	/**
	 * Spring WebFlux.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(RequestMappingHandlerMapping.class)
	static class MappingConfiguration {

		@Bean
		ReactiveMappingCors reactiveMappingOtherCors(ConfigurableListableBeanFactory beans) {
			return new ReactiveMappingCors(beans);
		}

	}

	/**
	 * Spring Security.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(SecurityWebFilterChain.class)
	static class SecurityConfiguration {

		@Bean
		ReactiveSecurityCors reactiveSecurityOtherCors(ConfigurableListableBeanFactory beans) {
			return new ReactiveSecurityCors(beans);
		}

	}

}
