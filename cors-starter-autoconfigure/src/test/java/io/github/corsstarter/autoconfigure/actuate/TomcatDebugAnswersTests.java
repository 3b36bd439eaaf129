package io.github.corsstarter.autoconfigure.actuate;

import org.springframework.boot.WebApplicationType;

/**
 * Tests for what {@code cors.debug} tells on Tomcat.
 */
class TomcatDebugAnswersTests extends DebugAnswersTests {

	TomcatDebugAnswersTests() {
		super(WebApplicationType.SERVLET);
	}

}
