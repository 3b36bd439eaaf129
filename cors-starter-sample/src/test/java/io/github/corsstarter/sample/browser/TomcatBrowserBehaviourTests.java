package io.github.corsstarter.sample.browser;

/**
 * On Tomcat.
 */
class TomcatBrowserBehaviourTests extends BrowserBehaviourTests {

}
