package io.github.corsstarter.sample.browser;

/**
 * On Netty.
 */
class NettyLabPageTests extends LabPageTests {

	NettyLabPageTests() {
		super(NETTY);
	}

}
