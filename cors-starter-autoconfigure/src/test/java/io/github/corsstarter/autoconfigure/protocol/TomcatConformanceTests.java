package io.github.corsstarter.autoconfigure.protocol;

import org.springframework.boot.WebApplicationType;

/**
 * The cases of the protocol on Tomcat.
 */
class TomcatConformanceTests extends ProtocolConformanceTests {

	TomcatConformanceTests() {
		super(WebApplicationType.SERVLET);
	}

}
