package io.github.corsstarter.integration;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A server and what an application can set that has a say in paths.
 */
enum PathSpellingSetup {

	TOMCAT(Stack.TOMCAT, "", "", ""),

	TOMCAT_CONTEXT_PATH(Stack.TOMCAT, "/shop", "", "server.servlet.context-path: /shop"),

	TOMCAT_SERVLET_PATH(Stack.TOMCAT, "/shop", "/mvc",
			"server.servlet.context-path: /shop\nspring.mvc.servlet.path: /mvc"),

	TOMCAT_LENIENT(Stack.TOMCAT, "/shop", "", "server.servlet.context-path: /shop", LenientTomcat.class),

	TOMCAT_ANT_PATHS(Stack.TOMCAT, "", "", "spring.mvc.pathmatch.matching-strategy: ant_path_matcher",
			LenientTomcat.class),

	TOMCAT_IGNORING_CASE(Stack.TOMCAT, "", "", "", PathCaseTests.IgnoringCaseOnServlet.class),

	JETTY(Stack.JETTY, "", "", ""),

	JETTY_LENIENT(Stack.JETTY, "/shop", "", "server.servlet.context-path: /shop", LenientJetty.class),

	NETTY(Stack.NETTY, "", "", ""),

	NETTY_BASE_PATH(Stack.NETTY, "/shop", "", "spring.webflux.base-path: /shop"),

	NETTY_IGNORING_CASE(Stack.NETTY, "", "", "", PathCaseTests.IgnoringCaseOnReactive.class);

	final Stack stack;

	final String contextPath;

	final String servletPath;

	final String properties;

	final Class<?> source;

	PathSpellingSetup(Stack stack, String contextPath, String servletPath, String properties) {
		this(stack, contextPath, servletPath, properties, PathSpellingTests.Handlers.class);
	}

	PathSpellingSetup(Stack stack, String contextPath, String servletPath, String properties, Class<?> source) {
		this.stack = stack;
		this.contextPath = contextPath;
		this.servletPath = servletPath;
		this.properties = properties;
		this.source = source;
	}

	/**
	 * Whether servlets stand beside the handlers. Servers choose them by case, so that
	 * policies for them want an application that maps all paths so.
	 */
	boolean hasServlets() {
		return this.stack.isServlet() && this.source != PathCaseTests.IgnoringCaseOnServlet.class;
	}

	@Configuration(proxyBeanMethods = false)
	static class LenientTomcat {

		@Bean
		WebServerFactoryCustomizer<TomcatServletWebServerFactory> lenient() {
			return (factory) -> factory.addConnectorCustomizers((connector) -> {
				connector.setProperty("encodedSolidusHandling", "decode");
				connector.setProperty("encodedReverseSolidusHandling", "decode");
				connector.setProperty("allowBackslash", "true");
				connector.setProperty("relaxedPathChars", "\\|{}[]^`\"<>");
			});
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LenientJetty {

		@Bean
		WebServerFactoryCustomizer<JettyServletWebServerFactory> lenient() {
			return (factory) -> factory.addServerCustomizers((server) -> {
				for (var connector : server.getConnectors()) {
					connector.getConnectionFactory(org.eclipse.jetty.server.HttpConnectionFactory.class)
						.getHttpConfiguration()
						.setUriCompliance(org.eclipse.jetty.http.UriCompliance.UNSAFE);
				}
				server.getDescendants(org.eclipse.jetty.ee11.servlet.ServletHandler.class)
					.forEach((handler) -> handler.setDecodeAmbiguousURIs(true));
			});
		}

	}

}
