package io.github.corsstarter.console;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A part of a browser's message that tells what went wrong. The browsers themselves
 * printed these messages (Chromium 156, Firefox 153, WebKit 2.50). The tests keep them
 * whole, beside some of earlier versions, for which people still search.
 *
 * @param text the part, in lower case, without quotes
 * @param browser the browser that words it so, or {@code null} where several do
 * @param problem what it tells
 */
record ConsolePhrase(String text, @Nullable ConsoleBrowser browser, ConsoleProblem problem) {

	/**
	 * Three lists, of which the first that has a phrase in the text counts: phrases that
	 * name a failed CORS check, phrases of other errors, and phrases without a cause. In
	 * each list a phrase stands before those that it begins with.
	 */
	static final List<List<ConsolePhrase>> BY_WEIGHT = List.of(checks(), others(), vague());

	private static List<ConsolePhrase> checks() {
		Table chromium = new Table(ConsoleBrowser.CHROMIUM)
			.add(ConsoleProblem.ORIGIN_MISSING, "header is present on the requested resource")
			.add(ConsoleProblem.ORIGIN_REPEATED, "access-control-allow-origin header contains multiple values")
			.add(ConsoleProblem.ORIGIN_DIFFERS, "access-control-allow-origin header contains the invalid value",
					"that is not equal to the supplied origin")
			.add(ConsoleProblem.ANY_ORIGIN_WITH_CREDENTIALS, "in the response must not be the wildcard *")
			.add(ConsoleProblem.CREDENTIALS_NOT_ALLOWED,
					"which must be true when the request's credentials mode is include")
			.add(ConsoleProblem.PREFLIGHT_STATUS, "it does not have http ok status",
					"response for preflight has invalid http status code")
			.add(ConsoleProblem.REDIRECTED, "redirect is not allowed for a preflight request",
					"response for preflight is invalid (redirect)")
			.add(ConsoleProblem.REDIRECT_NOT_ALLOWED, "contains a username and password, which is disallowed")
			.add(ConsoleProblem.METHOD_NOT_LISTED,
					"is not allowed by access-control-allow-methods in preflight response")
			.add(ConsoleProblem.HEADER_NOT_LISTED,
					"is not allowed by access-control-allow-headers in preflight response")
			.add(ConsoleProblem.LIST_MALFORMED, "cannot parse access-control-allow-methods response header",
					"cannot parse access-control-allow-headers response header")
			.add(ConsoleProblem.AUTHORIZATION_NOT_COVERED, "authorization will not be covered by the wildcard symbol");
		Table firefox = new Table(ConsoleBrowser.FIREFOX)
			.add(ConsoleProblem.ORIGIN_MISSING, "cors header access-control-allow-origin missing",
					"cors missing allow origin")
			.add(ConsoleProblem.ORIGIN_REPEATED, "multiple cors header access-control-allow-origin not allowed",
					"cors multiple origin not allowed")
			.add(ConsoleProblem.ORIGIN_DIFFERS, "cors header access-control-allow-origin does not match",
					"cors allow origin not matching origin")
			.add(ConsoleProblem.ANY_ORIGIN_WITH_CREDENTIALS,
					"credential is not supported if the cors header access-control-allow-origin is *",
					"cors no allow credentials")
			.add(ConsoleProblem.CREDENTIALS_NOT_ALLOWED,
					"expected true in cors header access-control-allow-credentials", "cors missing allow credentials")
			.add(ConsoleProblem.PREFLIGHT_STATUS, "cors preflight response did not succeed",
					"cors preflight channel did not succeed", "cors preflight did not succeed")
			.add(ConsoleProblem.REDIRECTED, "cors request external redirect not allowed",
					"cors external redirect not allowed")
			.add(ConsoleProblem.METHOD_NOT_LISTED, "did not find method in cors header", "cors method not found")
			.add(ConsoleProblem.HEADER_NOT_LISTED, "is not allowed according to header access-control-allow-headers",
					"in cors header access-control-allow-headers from cors preflight channel",
					"cors missing allow header")
			.add(ConsoleProblem.LIST_MALFORMED, "(reason: invalid token", "cors invalid allow method",
					"cors invalid allow header")
			.add(ConsoleProblem.AUTHORIZATION_NOT_COVERED, "authorization header is not covered");
		Table safari = new Table(ConsoleBrowser.SAFARI)
			.add(ConsoleProblem.ORIGIN_MISSING_OR_DIFFERS, "is not allowed by access-control-allow-origin")
			.add(ConsoleProblem.ORIGIN_REPEATED, "access-control-allow-origin cannot contain more than one origin")
			.add(ConsoleProblem.ANY_ORIGIN_WITH_CREDENTIALS, "cannot use wildcard in access-control-allow-origin")
			.add(ConsoleProblem.CREDENTIALS_NOT_ALLOWED,
					"credentials flag is true, but access-control-allow-credentials is not")
			.add(ConsoleProblem.REDIRECTED, "preflight response is not successful. status code: 3")
			.add(ConsoleProblem.PREFLIGHT_STATUS, "preflight response is not successful")
			.add(ConsoleProblem.REDIRECT_NOT_ALLOWED, "denied by cross-origin resource sharing policy: redirection url",
					"denied by cross-origin resource sharing policy: not allowed to follow")
			.add(ConsoleProblem.METHOD_NOT_LISTED, "is not allowed by access-control-allow-methods")
			.add(ConsoleProblem.HEADER_NOT_LISTED, "is not allowed by access-control-allow-headers")
			.add(ConsoleProblem.LIST_MALFORMED, "header access-control-allow-methods has an invalid value",
					"header access-control-allow-headers has an invalid value");
		return Table.join(chromium, firefox, safari);
	}

	private static List<ConsolePhrase> others() {
		Table chromium = new Table(ConsoleBrowser.CHROMIUM)
			.add(ConsoleProblem.LOCAL_NETWORK_ACCESS, "permission was denied for this request to access the",
					"the resource is in more-private address space", "request had a target ip address space of",
					"request had no target ip address space", "net::err_blocked_by_local_network")
			.add(ConsoleProblem.CONTENT_SECURITY_POLICY, "violates the following content security policy directive",
					"because it violates the document's content security policy", "net::err_blocked_by_csp")
			.add(ConsoleProblem.MIXED_CONTENT, "this request has been blocked; the content must be served over https")
			.add(ConsoleProblem.RESOURCE_POLICY, "net::err_blocked_by_response", "net::err_blocked_by_orb")
			.add(ConsoleProblem.SAME_ORIGIN_MODE, "request mode is same-origin but",
					"cross origin requests are not allowed by request mode")
			.add(ConsoleProblem.SCHEME_NOT_HTTP, "cross origin requests are only supported for protocol schemes",
					"not allowed to load local resource", "url scheme ")
			.add(ConsoleProblem.BLOCKED_BY_BROWSER, "net::err_blocked_by_client", "net::err_blocked_by_administrator",
					"net::err_unsafe_port")
			.add(ConsoleProblem.FAILED_CONNECTION, "net::err_name", "net::err_connection", "net::err_cert",
					"net::err_ssl", "net::err_address", "net::err_internet_disconnected", "net::err_network",
					"net::err_timed_out", "net::err_empty_response", "net::err_http2", "net::err_quic",
					"net::err_socket", "net::err_proxy", "net::err_tunnel", "net::err_dns",
					"net::err_invalid_http_response", "net::err_incomplete");
		Table firefox = new Table(ConsoleBrowser.FIREFOX)
			.add(ConsoleProblem.LOCAL_NETWORK_ACCESS, "local network access permission required")
			.add(ConsoleProblem.CONTENT_SECURITY_POLICY, "page's settings blocked")
			.add(ConsoleProblem.MIXED_CONTENT, "blocked loading mixed ")
			.add(ConsoleProblem.RESOURCE_POLICY, "was blocked due to its cross-origin-resource-policy header")
			.add(ConsoleProblem.SAME_ORIGIN_MODE, "may not load data from")
			.add(ConsoleProblem.SCHEME_NOT_HTTP, "cors request not http", "cors not http", "may not load or link to")
			.add(ConsoleProblem.FAILED_CONNECTION, "cors request did not succeed", "cors failed")
			.add(ConsoleProblem.BLOCKED_BY_BROWSER, "cors disabled", "cors header origin cannot be added",
					"cors origin header missing");
		Table safari = new Table(ConsoleBrowser.SAFARI)
			.add(ConsoleProblem.CONTENT_SECURITY_POLICY, "directive of the content security policy",
					"blocked by content security policy")
			.add(ConsoleProblem.MIXED_CONTENT, "[blocked] the page at")
			.add(ConsoleProblem.RESOURCE_POLICY, "violates the resource's cross-origin-resource-policy")
			.add(ConsoleProblem.SAME_ORIGIN_MODE, "when using same-origin fetch mode")
			.add(ConsoleProblem.SCHEME_NOT_HTTP, "cross origin requests are only supported for http.")
			.add(ConsoleProblem.FAILED_CONNECTION, "could not connect to", "error resolving",
					"a server with the specified hostname could not be found", "certificate for this server is invalid",
					"network connection was lost", "request timed out")
			.add(ConsoleProblem.BLOCKED_BY_BROWSER, "not allowed to use restricted network port",
					"cors-preflight request was blocked", "blocked by content extension",
					"blocked by a content blocker");
		return Table.join(chromium, firefox, safari);
	}

	private static List<ConsolePhrase> vague() {
		Table chromium = new Table(ConsoleBrowser.CHROMIUM).add(ConsoleProblem.UNSPECIFIED, "blocked by cors policy")
			.add(ConsoleProblem.SCRIPT_ERROR, "failed to fetch", "net::err_failed");
		Table firefox = new Table(ConsoleBrowser.FIREFOX)
			.add(ConsoleProblem.UNSPECIFIED, "cross-origin request blocked")
			.add(ConsoleProblem.FAILED_CONNECTION, "establish a connection to the server at")
			.add(ConsoleProblem.SCRIPT_ERROR, "networkerror when attempting to fetch resource");
		Table safari = new Table(ConsoleBrowser.SAFARI)
			.add(ConsoleProblem.UNSPECIFIED, "due to access control checks",
					"denied by cross-origin resource sharing policy")
			.add(ConsoleProblem.SCRIPT_ERROR, "load failed");
		Table any = new Table(null).add(ConsoleProblem.SCRIPT_ERROR, "network error");
		return Table.join(chromium, firefox, safari, any);
	}

	/**
	 * The phrases of one browser.
	 */
	private record Table(@Nullable ConsoleBrowser browser, List<ConsolePhrase> phrases) {

		Table(@Nullable ConsoleBrowser browser) {
			this(browser, new ArrayList<>());
		}

		Table add(ConsoleProblem problem, String... texts) {
			for (String text : texts) {
				this.phrases.add(new ConsolePhrase(text, this.browser, problem));
			}
			return this;
		}

		static List<ConsolePhrase> join(Table... tables) {
			List<ConsolePhrase> joined = new ArrayList<>();
			for (Table table : tables) {
				joined.addAll(table.phrases());
			}
			return List.copyOf(joined);
		}

	}

}
