package io.github.corsstarter.sample.browser;

/**
 * On Tomcat.
 */
class TomcatAgreementTests extends AgreementTests {

}
