package io.github.corsstarter.console;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ConsoleMessage}.
 */
class ConsoleMessageTests {

	private static final String QUOTES = "'\"`‘’“”";

	static Stream<ConsoleExample> examples() {
		return Stream.of(ConsoleExample.chromium(), ConsoleExample.firefox(), ConsoleExample.safari())
			.flatMap(List::stream);
	}

	@ParameterizedTest
	@MethodSource("examples")
	void readWhenBrowserPrintsItShouldTell(ConsoleExample example) {
		assertThat(ConsoleMessage.read(example.text())).isEqualTo(example.expected());
	}

	@ParameterizedTest
	@MethodSource("examples")
	void readWhenQuotesAreOthersShouldTellTheSame(ConsoleExample example) {
		for (String quote : List.of("\"", "`", "\u00b4", "\\\"", "\u201d", "\u201e", "\u00ab", "")) {
			StringBuilder text = new StringBuilder();
			for (char c : example.text().toCharArray()) {
				text.append((QUOTES.indexOf(c) >= 0) ? quote : String.valueOf(c));
			}
			// The quote of "request's" and "doesn't" is none that anybody would change.
			String plain = text.toString().replace("request" + quote + "s", "request's");
			assertThat(ConsoleMessage.read(plain.replace("doesn" + quote + "t", "doesn't")))
				.isEqualTo(example.expected());
		}
	}

	@ParameterizedTest
	@MethodSource("examples")
	void readWhenWrappedShouldTellTheSame(ConsoleExample example) {
		assertThat(ConsoleMessage.read("\t\n" + example.text().replace(" ", " \r\n\u00a0 ") + "\u200b"))
			.isEqualTo(example.expected());
	}

	@ParameterizedTest
	@MethodSource("examples")
	void readWhenCaseDiffersShouldNameTheSameProblem(ConsoleExample example) {
		assertThat(ConsoleMessage.read(example.text().toUpperCase(Locale.ROOT)).problem())
			.isEqualTo(example.expected().problem());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					chromium | Connecting to 'https://api.example.com/x' violates the following Content Security Policy directive: "connect-src 'self'". The action has been blocked. | content-security-policy | https://api.example.com/x
					chromium | Fetch API cannot load https://api.example.com/x. Refused to connect because it violates the document's Content Security Policy. | content-security-policy | https://api.example.com/x
					chromium | Loading the image 'https://api.example.com/x' violates the following Content Security Policy directive: "default-src 'self'". Note that 'img-src' was not explicitly set, so 'default-src' is used as a fallback. The action has been blocked. | content-security-policy | https://api.example.com/x
					chromium | Mixed Content: The page at 'https://shop.example.com/' was loaded over HTTPS, but requested an insecure resource 'http://api.example.com/x'. This request has been blocked; the content must be served over HTTPS. | mixed-content | http://api.example.com/x
					chromium | Access to fetch at 'http://localhost:8080/x' from origin 'https://shop.example.com' has been blocked by CORS policy: Permission was denied for this request to access the `loopback` address space. | local-network-access | http://localhost:8080/x
					chromium | Access to fetch at 'http://10.0.0.1/x' from origin 'http://shop.example.com' has been blocked by CORS policy: The request client is not a secure context and the resource is in more-private address space `local`. | local-network-access | http://10.0.0.1/x
					chromium | Access to fetch at 'http://10.0.0.1/x' from origin 'https://shop.example.com' has been blocked by CORS policy: Request had a target IP address space of `local` yet the resource is in address space `public`. | local-network-access | http://10.0.0.1/x
					chromium | Access to fetch at 'http://10.0.0.1/x' from origin 'https://shop.example.com' has been blocked by CORS policy: Request had no target IP address space, yet the resource is in address space `local`. | local-network-access | http://10.0.0.1/x
					chromium | GET https://api.example.com/x net::ERR_CONNECTION_REFUSED | failed-connection | https://api.example.com/x
					chromium | GET https://api.example.com/x net::ERR_NAME_NOT_RESOLVED | failed-connection | https://api.example.com/x
					chromium | GET https://api.example.com/x net::ERR_CERT_AUTHORITY_INVALID | failed-connection | https://api.example.com/x
					chromium | GET https://api.example.com/x net::ERR_BLOCKED_BY_CLIENT | blocked-by-browser | https://api.example.com/x
					chromium | GET https://api.example.com/x net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin 200 (OK) | resource-policy | https://api.example.com/x
					chromium | GET https://api.example.com/x net::ERR_BLOCKED_BY_ORB | resource-policy | https://api.example.com/x
					chromium | GET https://api.example.com/x net::ERR_FAILED 200 (OK) | script-error | https://api.example.com/x
					chromium | Fetch API cannot load https://api.example.com/x. Request mode is "same-origin" but the URL's origin is not same as the request origin https://shop.example.com. | same-origin-mode | https://api.example.com/x
					chromium | Fetch API cannot load ftp://api.example.com/x. URL scheme "ftp" is not supported. | scheme-not-http | ftp://api.example.com/x
					chromium | Not allowed to load local resource: file:///etc/hostname | scheme-not-http | file:///etc/hostname
					chromium | Uncaught (in promise) TypeError: Failed to fetch | script-error |
					firefox | Content-Security-Policy: The page’s settings blocked the loading of a resource (connect-src) at https://api.example.com/x because it violates the following directive: “connect-src 'self'” | content-security-policy | https://api.example.com/x
					firefox | Blocked loading mixed active content “http://api.example.com/x” | mixed-content | http://api.example.com/x
					firefox | Local Network Access permission required: top-level site “https://shop.example.com”, initiator “https://shop.example.com”, attempting to access target “http://10.0.0.1/x” (10.0.0.1:80) via fetch. Secure context: true | local-network-access | http://10.0.0.1/x
					firefox | Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example.com/x. (Reason: CORS request did not succeed). Status code: (null). | failed-connection | https://api.example.com/x
					firefox | Firefox can’t establish a connection to the server at https://api.example.com/x. | failed-connection | https://api.example.com/x
					firefox | XHRGET https://api.example.com/x CORS Failed | failed-connection | https://api.example.com/x
					firefox | Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at foo://x/y. (Reason: CORS request not http). | scheme-not-http | foo://x/y
					firefox | Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example.com/x. (Reason: CORS disabled). | blocked-by-browser | https://api.example.com/x
					firefox | Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example.com/x. (Reason: CORS header ‘Origin’ cannot be added). | blocked-by-browser | https://api.example.com/x
					firefox | Security Error: Content at https://shop.example.com/ may not load data from https://api.example.com/x. | same-origin-mode | https://api.example.com/x
					firefox | The resource at “https://api.example.com/x” was blocked due to its Cross-Origin-Resource-Policy header (or lack thereof). | resource-policy | https://api.example.com/x
					firefox | TypeError: NetworkError when attempting to fetch resource. | script-error |
					safari | Refused to connect to https://api.example.com/x because it does not appear in the connect-src directive of the Content Security Policy. | content-security-policy | https://api.example.com/x
					safari | Refused to load https://api.example.com/x because it appears in neither the img-src directive nor the default-src directive of the Content Security Policy. | content-security-policy | https://api.example.com/x
					safari | [Warning] [blocked] The page at https://shop.example.com/ requested insecure content from http://api.example.com/x. This content was blocked and must be served over HTTPS. Not allowed to request resource Fetch API cannot load http://api.example.com/x due to access control checks. | mixed-content | http://api.example.com/x
					safari | [Error] Failed to load resource: Could not connect to the server. | failed-connection |
					safari | [Error] Failed to load resource: A server with the specified hostname could not be found. | failed-connection |
					safari | Not allowed to use restricted network port 9: http://api.example.com:9/x | blocked-by-browser |
					safari | Cross origin requests are only supported for HTTP. Fetch API cannot load ftp://api.example.com/x due to access control checks. | scheme-not-http | ftp://api.example.com/x
					safari | Cancelled load to https://api.example.com/x because it violates the resource's Cross-Origin-Resource-Policy response header. | resource-policy | https://api.example.com/x
					safari | [Error] Unhandled Promise Rejection: TypeError: Load failed | script-error |
					 | AxiosError: Network Error | script-error |
					 | What a fine day it is | unknown |
					""")
	void readWhenNoCheckFailedShouldTellWhatItIs(String browser, String text, String problem, String url) {
		ConsoleMessage message = ConsoleMessage.read(text);
		assertThat(message.problem().code()).isEqualTo(problem);
		assertThat((message.browser() != null) ? message.browser().code() : null).isEqualTo(browser);
		assertThat(message.url()).isEqualTo(url);
		assertThat(message.problem().isCors()).isFalse();
	}

	/**
	 * What Chromium printed before version 68, and Firefox before 71: answers on the web
	 * still quote them.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					chromium | Failed to load https://api.example.com/x: Response for preflight has invalid HTTP status code 403. | preflight-status |
					chromium | Failed to load https://api.example.com/x: Response for preflight is invalid (redirect) | redirected |
					chromium | Failed to load https://api.example.com/x: No 'Access-Control-Allow-Origin' header is present on the requested resource. Origin 'https://shop.example.com' is therefore not allowed access. | origin-missing |
					firefox | Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example.com/x. (Reason: missing token ‘x-trace’ in CORS header ‘Access-Control-Allow-Headers’ from CORS preflight channel). | header-not-listed | x-trace
					firefox | Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example.com/x. (Reason: CORS preflight channel did not succeed). | preflight-status |
					""")
	void readWhenBrowserIsOldShouldTell(String browser, String text, String problem, String header) {
		ConsoleMessage message = ConsoleMessage.read(text);
		assertThat(message.browser()).extracting(ConsoleBrowser::code).isEqualTo(browser);
		assertThat(message.problem().code()).isEqualTo(problem);
		assertThat(message.url()).isEqualTo("https://api.example.com/x");
		assertThat(message.header()).isEqualTo(header);
	}

	@Test
	void readWhenOnlyTheFrameIsThereShouldSayThatTheCheckIsNotTold() {
		assertThat(ConsoleMessage.read("Access blocked by CORS policy:")).isEqualTo(new ConsoleMessage(
				ConsoleBrowser.CHROMIUM, ConsoleProblem.UNSPECIFIED, null, null, null, null, null, null, false));
		assertThat(ConsoleMessage.read("Cross-Origin Request Blocked").problem()).isEqualTo(ConsoleProblem.UNSPECIFIED);
		assertThat(ConsoleMessage.read("Cross-origin script load denied by Cross-Origin Resource Sharing policy.")
			.browser()).isEqualTo(ConsoleBrowser.SAFARI);
	}

	@Test
	void readWhenRedirectedShouldTellBothAddresses() {
		ConsoleMessage message = ConsoleMessage
			.read("Access to fetch at 'https://b.example/x' (redirected from 'https://a.example/(y)') from origin"
					+ " 'https://shop.example.com' has been blocked by CORS policy: No 'Access-Control-Allow-Origin'"
					+ " header is present on the requested resource.");
		assertThat(message.url()).isEqualTo("https://b.example/x");
		assertThat(message.redirectedFrom()).isEqualTo("https://a.example/(y)");
		assertThat(message.origin()).isEqualTo("https://shop.example.com");
	}

	@Test
	void readWhenRedirectedToAnotherSchemeShouldBlameTheRedirect() {
		ConsoleMessage message = ConsoleMessage
			.read("Access to fetch at 'foo://x/y' (redirected from 'https://a.example/') from origin"
					+ " 'https://shop.example.com' has been blocked by CORS policy: Cross origin requests are only"
					+ " supported for protocol schemes: chrome, data, http, https.");
		assertThat(message.problem()).isEqualTo(ConsoleProblem.REDIRECT_NOT_ALLOWED);
		assertThat(message.preflight()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://api.example.com/it's?x=%27y%27", "https://api.example.com/a.b,c;(d)",
			"http://[::1]:8080/x", "https://api.example.com/a'b'c", "https://user@api.example.com/" })
	void readWhenAddressIsOddShouldTellItWhole(String url) {
		assertThat(ConsoleMessage
			.read("Access to fetch at '" + url + "' from origin 'null' has been blocked by CORS"
					+ " policy: The response is invalid.")
			.url()).isEqualTo(url);
	}

	@Test
	void readWhenOriginIsOpaqueShouldTellNull() {
		assertThat(ConsoleMessage
			.read("Access to font at 'https://api.example.com/f' from origin 'null' has been"
					+ " blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested"
					+ " resource.")
			.origin()).isEqualTo("null");
		assertThat(ConsoleMessage.read("Origin null is not allowed by Access-Control-Allow-Origin.").origin())
			.isEqualTo("null");
	}

	@Test
	void readWhenRequestIsListedShouldTellItsMethod() {
		ConsoleExample example = ConsoleExample.chromium().get(0);
		String other = "\nPOST https://other.example/x net::ERR_FAILED";
		assertThat(ConsoleMessage.read(example.text() + other).method()).isNull();
		assertThat(ConsoleMessage
			.read(example.text() + other + "\nfetch.js:1 DELETE " + ConsoleExample.URL
					+ " net::ERR_FAILED 403 (Forbidden)")
			.method()).isEqualTo("DELETE");
		assertThat(ConsoleMessage.read(example.text() + "\nOPTIONS " + ConsoleExample.URL).method()).isNull();
	}

	@Test
	void readWhenSeveralMessagesAreThereShouldReadTheFirstThatNamesACheck() {
		String text = "GET https://cdn.example/favicon.ico net::ERR_CONNECTION_REFUSED\n"
				+ "Access to fetch at 'https://a.example/x' from origin 'https://one.example' has been blocked by CORS"
				+ " policy: Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.\n"
				+ "Access to fetch at 'https://b.example/x' from origin 'https://two.example' has been blocked by CORS"
				+ " policy: Response to preflight request doesn't pass access control check: It does not have HTTP ok"
				+ " status.";
		assertThat(ConsoleMessage.read(text))
			.isEqualTo(new ConsoleMessage(ConsoleBrowser.CHROMIUM, ConsoleProblem.METHOD_NOT_LISTED,
					"https://a.example/x", null, "https://one.example", "PUT", null, null, true));
	}

	@Test
	void readWhenMessagesOfTwoBrowsersAreThereShouldReadTheFirst() {
		assertThat(ConsoleMessage
			.read(ConsoleExample.safari().get(0).text() + "\n" + ConsoleExample.chromium().get(0).text())
			.problem()).isEqualTo(ConsoleProblem.ORIGIN_MISSING_OR_DIFFERS);
	}

	@Test
	void readWhenCharactersAreOddShouldTakeThemForSpaceOrText() {
		assertThat(
				ConsoleMessage.read("cannot\u200bload\ufeffhttps://a.example/\u007fdue to access control checks").url())
			.isEqualTo("https://a.example/");
		assertThat(ConsoleMessage.read("cannot load https://a.example/\\x due to access control checks \\").url())
			.isEqualTo("https://a.example/\\x");
		assertThat(ConsoleMessage.read("cannot load https://a.example/\u001b due to access control checks").url())
			.isEqualTo("https://a.example/");
	}

	@Test
	void readWhenPartsAreMissingShouldNotGuess() {
		assertThat(ConsoleMessage.read("is not allowed by Access-Control-Allow-Methods in preflight response"))
			.isEqualTo(new ConsoleMessage(ConsoleBrowser.CHROMIUM, ConsoleProblem.METHOD_NOT_LISTED, null, null, null,
					null, null, null, true));
		assertThat(ConsoleMessage.read("x is not allowed by Access-Control-Allow-Headers").header()).isNull();
		assertThat(ConsoleMessage.read("Access to fetch at has been blocked by CORS policy: from origin").origin())
			.isNull();
		assertThat(ConsoleMessage.read("Access to fetch, blocked by CORS policy: from origin ftp").url()).isNull();
		assertThat(ConsoleMessage.read("cannot load ://x due to access control checks").url()).isNull();
		assertThat(ConsoleMessage.read("cannot load https://ä.example/ due to access control checks").url()).isNull();
		assertThat(ConsoleMessage.read("Request header field x\u202ey is not allowed by Access-Control-Allow-Headers.")
			.header()).isNull();
	}

	@Test
	void readWhenTextIsHostileShouldStayWithinBounds() {
		for (String part : List.of("Access to ", "from origin ", " is not allowed by Access-Control-Allow-Origin", "'",
				"GET ", "GET https://a/ ", "\\\"", "\u001b[31m", "cannot load ", "((((", "Method ")) {
			String text = part.repeat(ConsoleMessage.MAX_LENGTH / part.length());
			assertThat(ConsoleMessage.read(text).problem()).isNotNull();
		}
		assertThat(ConsoleMessage.read("x".repeat(ConsoleMessage.MAX_LENGTH)).problem())
			.isEqualTo(ConsoleProblem.UNKNOWN);
		assertThat(ConsoleMessage.read("").problem()).isEqualTo(ConsoleProblem.UNKNOWN);
	}

	@Test
	void readWhenTextIsTooLongShouldReject() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ConsoleMessage.read(" ".repeat(ConsoleMessage.MAX_LENGTH + 1)))
			.withMessage("The console's text is longer than 8192 characters.");
	}

	@Test
	void problemsWhenListedShouldHaveCodesOfTheirOwnAndSentences() {
		assertThat(ConsoleProblem.values()).extracting(ConsoleProblem::code).doesNotHaveDuplicates();
		assertThat(ConsoleProblem.values()).allSatisfy((problem) -> assertThat(problem.text()).endsWith("."));
		assertThat(ConsoleProblem.values()).filteredOn((problem) -> !problem.isTold())
			.containsExactly(ConsoleProblem.SCRIPT_ERROR, ConsoleProblem.UNKNOWN);
	}

}
