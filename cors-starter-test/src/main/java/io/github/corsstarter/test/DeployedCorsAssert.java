package io.github.corsstarter.test;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.github.corsstarter.explain.CorsQuery;
import io.github.corsstarter.rules.InvalidCorsPolicyException;
import io.github.corsstarter.scan.CorsScan;
import io.github.corsstarter.scan.PageRequest;
import io.github.corsstarter.scan.ScanOptions;
import io.github.corsstarter.scan.ScanPolicies;
import io.github.corsstarter.scan.finding.PageVerdict;
import io.github.corsstarter.scan.finding.ScanSeverity;
import io.github.corsstarter.scan.report.ScanReport;
import io.github.corsstarter.scan.send.Progress;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

/**
 * Assertion about what browsers get from a deployed site. Only OPTIONS, GET and HEAD are
 * ever sent, five in a second where {@link #withOptions} does not say otherwise.
 */
public final class DeployedCorsAssert extends AbstractAssert<DeployedCorsAssert, URI> {

	private final List<String> headers = new ArrayList<>();

	private Consumer<ScanOptions.Builder> options = (builder) -> {
	};

	private @Nullable String origin;

	private String method = "GET";

	private String path = "/";

	private boolean credentials;

	DeployedCorsAssert(URI site) {
		super(site, DeployedCorsAssert.class);
	}

	/**
	 * Sets how the site is asked.
	 * @param options takes the options, such as {@code (options) -> options.rate(50)}
	 * @return this
	 */
	public DeployedCorsAssert withOptions(Consumer<ScanOptions.Builder> options) {
		this.options = this.options.andThen(options);
		return this;
	}

	/**
	 * Verifies by a scan that the site does what the policies in configuration files say.
	 * Errors and warnings fail it, and so does what could not be found out.
	 * @param location where the files are, as {@code spring.config.location} says it
	 * @param profiles the profiles that are active
	 * @return this
	 * @throws InvalidCorsPolicyException with everything that is wrong with the policies
	 */
	public DeployedCorsAssert agreesWith(String location, String... profiles) {
		WrittenPolicies written = WrittenPolicies.in(location, profiles);
		String active = (profiles.length > 0) ? " (" + String.join(", ", profiles) + ")" : "";
		ScanPolicies policies = new ScanPolicies(written.engine().policySet(), written.locator(), location + active);
		ScanReport report = CorsScan.of(policies, options(written.basePath())).run(Progress.NONE);
		int drift = report.count(ScanSeverity.ERROR) + report.count(ScanSeverity.WARNING);
		if (drift + report.inconclusive() > 0) {
			failWithMessage("%s", "\nExpected " + this.actual + " to agree with its policies"
					+ ((drift > 0) ? "" : ", but that could not be found out") + ":\n\n" + report.toText());
		}
		return this;
	}

	/**
	 * Verifies by a scan that the site does what the policies in a configuration file
	 * say.
	 * @param file a YAML or properties file
	 * @param profiles the profiles that are active
	 * @return this
	 * @throws InvalidCorsPolicyException with everything that is wrong with the policies
	 */
	public DeployedCorsAssert agreesWith(Path file, String... profiles) {
		return agreesWith(file.toUri().toString(), profiles);
	}

	/**
	 * Sets where the page comes from.
	 * @param origin the page's origin, as a browser shows it in the console
	 * @return this
	 */
	public DeployedCorsAssert from(String origin) {
		this.origin = origin;
		return this;
	}

	/**
	 * Sets what the page requests. Of a method other than GET and HEAD, only the
	 * preflight is sent.
	 * @param method the method
	 * @param path a path on the site
	 * @return this
	 */
	public DeployedCorsAssert to(HttpMethod method, String path) {
		return to(method.name(), path);
	}

	/**
	 * Sets what the page requests. Of a method other than GET and HEAD, only the
	 * preflight is sent.
	 * @param method the method, as the page writes it
	 * @param path a path on the site
	 * @return this
	 */
	public DeployedCorsAssert to(String method, String path) {
		this.method = method;
		this.path = path;
		return this;
	}

	/**
	 * Adds headers that the page sets, for which the preflight asks.
	 * @param headers names, or {@code name:value} where the value decides, as
	 * {@code content-type:application/json}
	 * @return this
	 */
	public DeployedCorsAssert withHeaders(String... headers) {
		this.headers.addAll(List.of(headers));
		return this;
	}

	/**
	 * Lets the page ask for credentials, as {@code fetch} does with
	 * {@code credentials: "include"}.
	 * @return this
	 */
	public DeployedCorsAssert withCredentials() {
		this.credentials = true;
		return this;
	}

	/**
	 * Verifies that the browser lets the page have what it requests.
	 * @return this
	 */
	public DeployedCorsAssert isGranted() {
		return verify("to be granted", PageVerdict.Result.GRANTED);
	}

	/**
	 * Verifies that the request is answered 403 without CORS headers, as policies refuse.
	 * @return this
	 */
	public DeployedCorsAssert isRefused() {
		return verify("to be refused", PageVerdict.Result.REFUSED);
	}

	/**
	 * Verifies that the browser keeps the answer from the page, whatever it is.
	 * @return this
	 */
	public DeployedCorsAssert isBlocked() {
		return verify("to be blocked by the browser", PageVerdict.Result.REFUSED, PageVerdict.Result.BLOCKED);
	}

	private DeployedCorsAssert verify(String expectation, PageVerdict.Result... results) {
		CorsQuery query = CorsQuery.to(this.path)
			.from(this.origin)
			.method(this.method)
			.headers(this.headers)
			.credentials(this.credentials);
		PageVerdict verdict = PageRequest.of(query, options("")).send();
		if (!List.of(results).contains(verdict.result())) {
			failWithMessage("%s", "\nExpected\n  " + this.method + " " + this.path + " from " + this.origin
					+ (this.credentials ? ", with credentials" : "") + "\n" + expectation + ". " + verdict.message());
		}
		return this;
	}

	private ScanOptions options(String basePath) {
		ScanOptions.Builder builder = ScanOptions.of(this.actual).basePath(basePath);
		this.options.accept(builder);
		return builder.build();
	}

}
