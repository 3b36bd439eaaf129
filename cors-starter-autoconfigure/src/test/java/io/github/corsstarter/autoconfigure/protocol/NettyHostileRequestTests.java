package io.github.corsstarter.autoconfigure.protocol;

import org.springframework.boot.WebApplicationType;

/**
 * Requests that mean harm, on Netty.
 */
class NettyHostileRequestTests extends HostileRequestTests {

	NettyHostileRequestTests() {
		super(WebApplicationType.REACTIVE);
	}

}
