package io.github.corsstarter.autoconfigure.adopt;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * What reads the application's own CORS configuration on any stack.
 */
@Configuration(proxyBeanMethods = false)
public class OtherCorsConfiguration {

	@Bean
	OtherCorsReader otherCorsReader(ObjectProvider<OtherCorsSource> sources) {
		return new OtherCorsReader(sources);
	}

	@Bean
	PropertyCors propertyOtherCors(Environment environment) {
		return new PropertyCors(environment,
				isPresent("org.springframework.boot.actuate.autoconfigure.endpoint.web.CorsEndpointProperties"),
				isPresent("org.springframework.cloud.gateway.config.GlobalCorsProperties"));
	}

	@Bean
	GatewayRouteBeans gatewayRouteOtherCors(ListableBeanFactory beans) {
		return new GatewayRouteBeans(beans);
	}

	private static boolean isPresent(String type) {
		return ClassUtils.isPresent(type, OtherCorsConfiguration.class.getClassLoader());
	}

}
