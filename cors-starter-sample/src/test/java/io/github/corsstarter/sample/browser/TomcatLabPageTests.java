package io.github.corsstarter.sample.browser;

/**
 * On Tomcat.
 */
class TomcatLabPageTests extends LabPageTests {

}
