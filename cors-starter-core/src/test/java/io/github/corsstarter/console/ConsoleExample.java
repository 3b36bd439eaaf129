package io.github.corsstarter.console;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A message as a browser prints it, and what is to be read in it.
 *
 * @param text the message
 * @param expected what it tells
 */
record ConsoleExample(String text, ConsoleMessage expected) {

	static final String URL = "https://api.example.com/orders?page=1";

	static final String ORIGIN = "https://shop.example.com";

	private static final String CHROMIUM = "Access to fetch at '" + URL + "' from origin '" + ORIGIN
			+ "' has been blocked by CORS policy: ";

	private static final String CHROMIUM_PREFLIGHT = CHROMIUM
			+ "Response to preflight request doesn't pass access control check: ";

	private static final String FIREFOX = "Cross-Origin Request Blocked: The Same Origin Policy disallows reading"
			+ " the remote resource at " + URL + ". (Reason: ";

	private static final String FIREFOX_UNSENT = "\n" + FIREFOX + "CORS request did not succeed). Status code: (null).";

	private static final String SAFARI = "\n[Error] Fetch API cannot load " + URL + " due to access control checks.";

	/**
	 * Every message about CORS that Chromium can print. Made by Chromium 156.0.8078.79,
	 * which {@code ConsoleMessageTests} of the sample makes print them anew, and
	 * completed from its {@code cors_error_string.cc}.
	 */
	static List<ConsoleExample> chromium() {
		Table checks = new Table(ConsoleBrowser.CHROMIUM, URL, ORIGIN);
		for (String lead : List.of(CHROMIUM, CHROMIUM_PREFLIGHT)) {
			Boolean preflight = lead.equals(CHROMIUM_PREFLIGHT);
			checks
				.add(ConsoleProblem.ORIGIN_MISSING, null, preflight,
						lead + "No 'Access-Control-Allow-Origin' header is present on the requested resource.")
				.add(ConsoleProblem.ANY_ORIGIN_WITH_CREDENTIALS, true, preflight,
						lead + "The value of the 'Access-Control-Allow-Origin' header in the response must not be the"
								+ " wildcard '*' when the request's credentials mode is 'include'.")
				.add(ConsoleProblem.ANY_ORIGIN_WITH_CREDENTIALS, true, preflight,
						lead.replace("fetch", "XMLHttpRequest")
								+ "The value of the 'Access-Control-Allow-Origin' header in the response must not be"
								+ " the wildcard '*' when the request's credentials mode is 'include'. The credentials"
								+ " mode of requests initiated by the XMLHttpRequest is controlled by the"
								+ " withCredentials attribute.")
				.add(ConsoleProblem.ORIGIN_REPEATED, null, preflight,
						lead + "The 'Access-Control-Allow-Origin' header contains multiple values"
								+ " 'https://shop.example.com, https://other.example', but only one is allowed."
								+ " Have the server send the header with a valid value.")
				.add(ConsoleProblem.ORIGIN_DIFFERS, null, preflight,
						lead + "The 'Access-Control-Allow-Origin' header contains the invalid value 'shop'. Have the"
								+ " server send the header with a valid value.")
				.add(ConsoleProblem.ORIGIN_DIFFERS, null, preflight,
						lead + "The 'Access-Control-Allow-Origin' header has a value 'https://other.example' that is"
								+ " not equal to the supplied origin. Have the server send the header with a valid"
								+ " value.")
				.add(ConsoleProblem.CREDENTIALS_NOT_ALLOWED, true, preflight,
						lead + "The value of the 'Access-Control-Allow-Credentials' header in the response is ''"
								+ " which must be 'true' when the request's credentials mode is 'include'.");
		}
		return checks
			.add(ConsoleProblem.PREFLIGHT_STATUS, null, true, CHROMIUM_PREFLIGHT + "It does not have HTTP ok status.")
			.add(ConsoleProblem.REDIRECTED, null, true,
					CHROMIUM_PREFLIGHT + "Redirect is not allowed for a preflight request.")
			.add(ConsoleProblem.LIST_MALFORMED, null, true,
					CHROMIUM + "Cannot parse Access-Control-Allow-Methods response header field in preflight response.")
			.add(ConsoleProblem.LIST_MALFORMED, null, true,
					CHROMIUM + "Cannot parse Access-Control-Allow-Headers response header field in preflight response.")
			.add(ConsoleProblem.REDIRECT_NOT_ALLOWED, null, false,
					CHROMIUM + "Redirect location '' contains a username and password, which is disallowed for"
							+ " cross-origin requests.")
			.add(ConsoleProblem.UNSPECIFIED, null, false, CHROMIUM + "The response is invalid.")
			.method("PUT",
					CHROMIUM + "Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.")
			.header("x-trace",
					CHROMIUM + "Request header field x-trace is not allowed by Access-Control-Allow-Headers in"
							+ " preflight response.")
			.examples();
	}

	/**
	 * Every message about CORS that Firefox can print: what Firefox 153.7.0 printed to
	 * its console, and what its {@code security.properties} and the list of reasons in
	 * its developer tools add.
	 */
	static List<ConsoleExample> firefox() {
		Table checks = new Table(ConsoleBrowser.FIREFOX, URL, null);
		for (String tail : List.of("", FIREFOX_UNSENT)) {
			Boolean preflight = tail.isEmpty() ? null : true;
			checks
				.add(ConsoleProblem.ORIGIN_MISSING, null, preflight,
						FIREFOX + "CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 403." + tail)
				.add(ConsoleProblem.ORIGIN_REPEATED, null, preflight,
						FIREFOX + "Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed)." + tail)
				.add(ConsoleProblem.ORIGIN_DIFFERS, null, preflight,
						FIREFOX + "CORS header ‘Access-Control-Allow-Origin’ does not match ‘https://other.example’)."
								+ tail)
				.add(ConsoleProblem.ANY_ORIGIN_WITH_CREDENTIALS, true, preflight,
						FIREFOX.replace(URL, "‘" + URL + "’") + "Credential is not supported if the CORS header"
								+ " ‘Access-Control-Allow-Origin’ is ‘*’)." + tail)
				.add(ConsoleProblem.CREDENTIALS_NOT_ALLOWED, true, preflight,
						FIREFOX + "expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’)." + tail);
		}
		for (String tail : List.of("", FIREFOX_UNSENT)) {
			checks
				.add(ConsoleProblem.PREFLIGHT_STATUS, null, true,
						FIREFOX + "CORS preflight response did not succeed). Status code: 403." + tail)
				.add(ConsoleProblem.REDIRECTED, null, true,
						FIREFOX + "CORS request external redirect not allowed)." + tail)
				.add(ConsoleProblem.METHOD_NOT_LISTED, null, true,
						FIREFOX + "Did not find method in CORS header ‘Access-Control-Allow-Methods’)." + tail)
				.add(ConsoleProblem.LIST_MALFORMED, null, true,
						FIREFOX + "invalid token ‘P@T’ in CORS header ‘Access-Control-Allow-Methods’)." + tail)
				.add(ConsoleProblem.LIST_MALFORMED, null, true,
						FIREFOX + "invalid token ‘x y’ in CORS header ‘Access-Control-Allow-Headers’)." + tail)
				.header("x-trace", FIREFOX + "header ‘x-trace’ is not allowed according to header"
						+ " ‘Access-Control-Allow-Headers’ from CORS preflight response)." + tail);
		}
		return checks
			.header(ConsoleProblem.AUTHORIZATION_NOT_COVERED, "authorization",
					"Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource at "
							+ URL + " soon. (Reason: When the `Access-Control-Allow-Headers` is `*`, the"
							+ " `Authorization` header is not covered. To include the `Authorization` header, it must"
							+ " be explicitly listed in CORS header `Access-Control-Allow-Headers`).")
			.listed(ConsoleProblem.ANY_ORIGIN_WITH_CREDENTIALS, "CORS No Allow Credentials")
			.listed(ConsoleProblem.ORIGIN_MISSING, "CORS Missing Allow Origin")
			.listed(ConsoleProblem.ORIGIN_REPEATED, "CORS Multiple Origin Not Allowed")
			.listed(ConsoleProblem.ORIGIN_DIFFERS, "CORS Allow Origin Not Matching Origin")
			.listed(ConsoleProblem.CREDENTIALS_NOT_ALLOWED, "CORS Missing Allow Credentials")
			.listed(ConsoleProblem.REDIRECTED, "CORS External Redirect Not Allowed")
			.listed(ConsoleProblem.PREFLIGHT_STATUS, "CORS Preflight Did Not Succeed")
			.listed(ConsoleProblem.LIST_MALFORMED, "CORS Invalid Allow Method")
			.listed(ConsoleProblem.LIST_MALFORMED, "CORS Invalid Allow Header")
			.listed(ConsoleProblem.METHOD_NOT_LISTED, "CORS Method Not Found")
			.listed(ConsoleProblem.HEADER_NOT_LISTED, "CORS Missing Allow Header")
			.examples();
	}

	/**
	 * Every message about CORS that Safari can print, each in two lines of its console:
	 * what WebKitGTK 2.50.6 printed, with the level as Safari writes it.
	 */
	static List<ConsoleExample> safari() {
		String origin = "[Error] Origin " + ORIGIN + " is not allowed by Access-Control-Allow-Origin. Status code: ";
		return new Table(ConsoleBrowser.SAFARI, URL, ORIGIN)
			.add(ConsoleProblem.ORIGIN_MISSING_OR_DIFFERS, null, null, origin + "403" + SAFARI)
			.add(ConsoleProblem.ORIGIN_MISSING_OR_DIFFERS, null, null,
					origin + "200" + SAFARI.replace("Fetch API", "XMLHttpRequest"))
			.add(ConsoleProblem.ORIGIN_MISSING_OR_DIFFERS, null, null,
					origin + "200\n[Error] Cannot load image " + URL + " due to access control checks.")
			.add(ConsoleProblem.ORIGIN_MISSING_OR_DIFFERS, null, null,
					origin + "200\n[Error] Beacon API cannot load " + URL + ". Origin " + ORIGIN
							+ " is not allowed by Access-Control-Allow-Origin. Status code: 200")
			.withoutOrigin()
			.add(ConsoleProblem.ANY_ORIGIN_WITH_CREDENTIALS, true, null,
					"[Error] Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true."
							+ SAFARI)
			.add(ConsoleProblem.ORIGIN_REPEATED, null, null,
					"[Error] Access-Control-Allow-Origin cannot contain more than one origin." + SAFARI)
			.add(ConsoleProblem.CREDENTIALS_NOT_ALLOWED, true, null,
					"[Error] Credentials flag is true, but Access-Control-Allow-Credentials is not \"true\"." + SAFARI)
			.add(ConsoleProblem.PREFLIGHT_STATUS, null, true,
					"[Error] Preflight response is not successful. Status code: 403" + SAFARI)
			.add(ConsoleProblem.REDIRECTED, null, true,
					"[Error] Preflight response is not successful. Status code: 302" + SAFARI)
			.add(ConsoleProblem.LIST_MALFORMED, null, true,
					"[Error] Header Access-Control-Allow-Methods has an invalid value: P@T, x y" + SAFARI)
			.add(ConsoleProblem.LIST_MALFORMED, null, true,
					"[Error] Header Access-Control-Allow-Headers has an invalid value: x y, (z)" + SAFARI)
			.add(ConsoleProblem.REDIRECT_NOT_ALLOWED, null, null,
					"[Error] Cross-origin redirection to https://third.example/ok denied by Cross-Origin Resource"
							+ " Sharing policy: redirection URL https://u:p@third.example/ok has credentials" + SAFARI)
			.add(ConsoleProblem.REDIRECT_NOT_ALLOWED, null, null,
					"[Error] Cross-origin redirection to foo://x/y denied by Cross-Origin Resource Sharing policy: not"
							+ " allowed to follow a cross-origin CORS redirection with non CORS scheme" + SAFARI)
			.add(ConsoleProblem.UNSPECIFIED, null, null, SAFARI)
			.method("PUT", "[Error] Method PUT is not allowed by Access-Control-Allow-Methods." + SAFARI)
			.header("x-trace",
					"[Error] Request header field X-Trace is not allowed by Access-Control-Allow-Headers." + SAFARI)
			.examples();
	}

	@Override
	public String toString() {
		return this.text;
	}

	/**
	 * Examples of one browser that tell the same of the request.
	 */
	private record Table(ConsoleBrowser browser, String url, @Nullable String origin, List<ConsoleExample> examples) {

		Table(ConsoleBrowser browser, String url, @Nullable String origin) {
			this(browser, url, origin, new ArrayList<>());
		}

		Table withoutOrigin() {
			return new Table(this.browser, this.url, null, this.examples);
		}

		Table add(ConsoleProblem problem, @Nullable Boolean credentials, @Nullable Boolean preflight, String text) {
			return add(problem, null, null, credentials, preflight, text);
		}

		Table method(String method, String text) {
			return add(ConsoleProblem.METHOD_NOT_LISTED, method, null, null, true, text);
		}

		Table header(String header, String text) {
			return header(ConsoleProblem.HEADER_NOT_LISTED, header, text);
		}

		Table header(ConsoleProblem problem, String header, String text) {
			return add(problem, null, header, null, true, text);
		}

		/**
		 * Adds a request as Firefox lists it in its console.
		 */
		Table listed(ConsoleProblem problem, String reason) {
			boolean credentials = problem == ConsoleProblem.ANY_ORIGIN_WITH_CREDENTIALS
					|| problem == ConsoleProblem.CREDENTIALS_NOT_ALLOWED;
			boolean preflight = switch (problem) {
				case REDIRECTED, PREFLIGHT_STATUS, LIST_MALFORMED, METHOD_NOT_LISTED, HEADER_NOT_LISTED -> true;
				default -> false;
			};
			return add(problem, "PUT", null, credentials ? true : null, preflight ? true : null,
					"XHRPUT " + this.url + "\n" + reason);
		}

		private Table add(ConsoleProblem problem, @Nullable String method, @Nullable String header,
				@Nullable Boolean credentials, @Nullable Boolean preflight, String text) {
			this.examples.add(new ConsoleExample(text, new ConsoleMessage(this.browser, problem, this.url, null,
					this.origin, method, header, credentials, preflight)));
			return this;
		}

	}

}
