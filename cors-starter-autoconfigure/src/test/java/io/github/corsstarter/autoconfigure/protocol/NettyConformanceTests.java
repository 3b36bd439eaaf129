package io.github.corsstarter.autoconfigure.protocol;

import org.springframework.boot.WebApplicationType;

/**
 * The cases of the protocol on Netty.
 */
class NettyConformanceTests extends ProtocolConformanceTests {

	NettyConformanceTests() {
		super(WebApplicationType.REACTIVE);
	}

}
