package io.github.corsstarter.sample.browser;

/**
 * On Netty.
 */
class NettyAgreementTests extends AgreementTests {

	NettyAgreementTests() {
		super(NETTY);
	}

}
