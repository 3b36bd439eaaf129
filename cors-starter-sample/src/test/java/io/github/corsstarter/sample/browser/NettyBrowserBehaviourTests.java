package io.github.corsstarter.sample.browser;

/**
 * On Netty.
 */
class NettyBrowserBehaviourTests extends BrowserBehaviourTests {

	NettyBrowserBehaviourTests() {
		super(NETTY);
	}

}
