package io.github.corsstarter.sample.browser;

import io.github.corsstarter.chromium.Browser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/**
 * The lab's page, as somebody uses it: one server and one browser for a class and a web
 * stack.
 */
abstract class LabPageTests {

	/**
	 * The sample on Tomcat: no profile.
	 */
	static final String TOMCAT = "--spring.profiles.active=";

	/**
	 * The sample on Netty.
	 */
	static final String NETTY = BrowserTests.NETTY;

	private static @Nullable BrowserSession started;

	final BrowserSession session;

	final LabPage lab;

	final Browser browser;

	LabPageTests(String stack) {
		if (started == null) {
			throw new IllegalStateException("Nothing was started with " + stack);
		}
		this.session = started;
		this.lab = new LabPage(this.session);
		this.browser = this.session.browser();
	}

	@BeforeParameterizedClassInvocation
	static void start(String stack) {
		started = BrowserSession.start(stack);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		if (started != null) {
			started.close();
			started = null;
		}
	}

	@BeforeEach
	void resetWindow() {
		this.browser.resize(1280, 900);
		this.browser.setDark(false);
	}

	String origin(String host) {
		return this.session.sample().origin(host);
	}

}
