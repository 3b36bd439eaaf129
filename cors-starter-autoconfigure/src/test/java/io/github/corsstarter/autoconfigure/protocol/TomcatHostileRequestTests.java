package io.github.corsstarter.autoconfigure.protocol;

import org.springframework.boot.WebApplicationType;

/**
 * Requests that mean harm, on Tomcat.
 */
class TomcatHostileRequestTests extends HostileRequestTests {

	TomcatHostileRequestTests() {
		super(WebApplicationType.SERVLET);
	}

}
