package io.github.corsstarter.test;

import java.net.URI;
import java.nio.file.Path;

import io.github.corsstarter.rules.InvalidCorsPolicyException;

import org.springframework.context.ApplicationContext;

/**
 * Entry to assertions about what the policies of an application give to a page's request.
 * No request is sent, and no web server is needed: the engine decides that decides in the
 * filter.
 *
 * <pre class="code">
 * assertThatCors(context).from("https://shop.example.com")
 *     .to(PUT, "/api/orders/1")
 *     .withHeaders("Authorization")
 *     .withCredentials()
 *     .isGranted();
 * </pre>
 */
public final class CorsAssertions {

	private CorsAssertions() {
	}

	/**
	 * Begins an assertion about the policies of an application.
	 * @param context the application's context, of a whole application or of a slice
	 * @return what is to be said which request is meant
	 */
	public static CorsAssert assertThatCors(ApplicationContext context) {
		return new CorsAssert(WrittenPolicies.of(context));
	}

	/**
	 * Begins an assertion about the policies in a configuration file.
	 * @param file a YAML or properties file
	 * @param profiles the profiles that are active
	 * @return what is to be said which request is meant
	 * @throws InvalidCorsPolicyException with everything that is wrong with the policies
	 */
	public static CorsAssert assertThatCors(Path file, String... profiles) {
		return assertThatCors(file.toUri().toString(), profiles);
	}

	/**
	 * Begins an assertion about the policies in configuration files.
	 * @param location where they are, as {@code spring.config.location} says it:
	 * {@code classpath:application.yml}, or {@code classpath:/} for all files of an
	 * application, those of its profiles too
	 * @param profiles the profiles that are active
	 * @return what is to be said which request is meant
	 * @throws InvalidCorsPolicyException with everything that is wrong with the policies
	 */
	public static CorsAssert assertThatCors(String location, String... profiles) {
		return new CorsAssert(WrittenPolicies.in(location, profiles));
	}

	/**
	 * Begins an assertion about what browsers get from a deployed site. Requests are
	 * sent.
	 *
	 * <pre class="code">
	 * assertThatDeployedCors("https://api.example.com").agreesWith("classpath:application.yml", "production");
	 * </pre>
	 * @param site an http or https URL of a host, without a path
	 * @return what is to be said what it is held against
	 */
	public static DeployedCorsAssert assertThatDeployedCors(String site) {
		return assertThatDeployedCors(URI.create(site));
	}

	/**
	 * Begins an assertion about what browsers get from a deployed site. Requests are
	 * sent.
	 * @param site an http or https URL of a host, without a path
	 * @return what is to be said what it is held against
	 */
	public static DeployedCorsAssert assertThatDeployedCors(URI site) {
		return new DeployedCorsAssert(site);
	}

}
