package io.github.corsstarter.sample.browser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * Tests in a real browser: one server and one browser for a class.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTests {

	/**
	 * What makes the sample run on Netty.
	 */
	static final String NETTY = "--spring.profiles.active=reactive";

	private final String[] arguments;

	BrowserSession session;

	BrowserTests(String... arguments) {
		this.arguments = arguments;
	}

	@BeforeAll
	void start() {
		this.session = BrowserSession.start(this.arguments);
	}

	@AfterAll
	void stop() {
		if (this.session != null) {
			this.session.close();
		}
	}

	String origin(String host) {
		return this.session.sample().origin(host);
	}

}
