package io.github.corsstarter.benchmarks.server;

import io.github.corsstarter.benchmarks.Policies;
import io.github.corsstarter.benchmarks.Size;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;

/**
 * Spring's own filter in the place of ours.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnProperty(name = "benchmark.cors", havingValue = "spring")
class SpringReactiveCors {

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE + 10)
	CorsWebFilter springCors(@Value("${benchmark.size}") String size) {
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.setCorsConfigurations(Policies.configurations(Size.parse(size)));
		return new CorsWebFilter(source);
	}

}
