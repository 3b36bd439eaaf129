package io.github.corsstarter.autoconfigure.actuate;

import org.springframework.boot.WebApplicationType;

/**
 * Tests for {@link CorsEndpoint} on Netty.
 */
class NettyCorsEndpointTests extends CorsEndpointTests {

	NettyCorsEndpointTests() {
		super(WebApplicationType.REACTIVE);
	}

}
