package io.github.corsstarter.autoconfigure.actuate;

import org.springframework.boot.WebApplicationType;

/**
 * Tests for {@link CorsEndpoint} on Tomcat.
 */
class TomcatCorsEndpointTests extends CorsEndpointTests {

	TomcatCorsEndpointTests() {
		super(WebApplicationType.SERVLET);
	}

}
