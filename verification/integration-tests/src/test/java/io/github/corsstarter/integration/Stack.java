package io.github.corsstarter.integration;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

/**
 * A server with its web stack.
 */
public enum Stack {

	TOMCAT(WebApplicationType.SERVLET, "org.springframework.boot.jetty."),

	JETTY(WebApplicationType.SERVLET, "org.springframework.boot.tomcat."),

	NETTY(WebApplicationType.REACTIVE, "org.springframework.boot.jetty.", "org.springframework.boot.tomcat.");

	private final WebApplicationType type;

	private final String otherServers;

	Stack(WebApplicationType type, String... otherServers) {
		this.type = type;
		this.otherServers = without(otherServers);
	}

	WebApplicationType type() {
		return this.type;
	}

	/**
	 * The auto-configurations of the servers that this one is not.
	 */
	String otherServers() {
		return this.otherServers;
	}

	boolean isServlet() {
		return this.type == WebApplicationType.SERVLET;
	}

	/**
	 * The auto-configurations that an application without the named features would not
	 * have on its class path.
	 */
	static String without(String... packages) {
		return StreamSupport
			.stream(ImportCandidates.load(AutoConfiguration.class, Stack.class.getClassLoader()).spliterator(), false)
			.filter((name) -> startsWithAny(name, packages))
			.collect(Collectors.joining(","));
	}

	private static boolean startsWithAny(String name, String... packages) {
		for (String prefix : packages) {
			if (name.startsWith(prefix)) {
				return true;
			}
		}
		return false;
	}

}
