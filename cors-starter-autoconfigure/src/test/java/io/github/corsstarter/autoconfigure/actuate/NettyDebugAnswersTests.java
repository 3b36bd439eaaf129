package io.github.corsstarter.autoconfigure.actuate;

import org.springframework.boot.WebApplicationType;

/**
 * Tests for what {@code cors.debug} tells on Netty.
 */
class NettyDebugAnswersTests extends DebugAnswersTests {

	NettyDebugAnswersTests() {
		super(WebApplicationType.REACTIVE);
	}

}
