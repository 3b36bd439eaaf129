package io.github.corsstarter.sample.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.github.corsstarter.chromium.Browser;
import io.github.corsstarter.policy.ResolvedPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lab's page, as somebody uses it.
 */
abstract class LabPageTests extends BrowserTests {

	// Of policies alone: what is mapped besides differs between the stacks.
	private static final String CELL = ".group:has(h3 a) .cell";

	// Seven mapped requests from five origins, and the catalogue from two.
	private static final int CELLS = 37;

	@TempDir
	private Path folder;

	private LabPage lab;

	private Browser browser;

	LabPageTests(String... arguments) {
		super(arguments);
	}

	@BeforeEach
	void findPage() {
		this.lab = new LabPage(this.session);
		this.browser = this.session.browser();
		this.browser.resize(1280, 900);
	}

	@Test
	void matrixWhenOpenedShouldForetellEveryCellAndSendNothing() {
		this.lab.openMatrix();
		assertThat(this.lab.all(CELL)).hasSize(CELLS);
		assertThat(this.lab.all(CELL + ":is([data-state=reads], [data-state=blocks])")).hasSize(CELLS);
		assertThat(this.lab.text("POST /api/orders", origin("shop.localhost"))).contains("reads it", "preflight");
		assertThat(this.lab.text("POST /api/orders", "https://shop.example.com")).contains("reads it", "preflight");
		assertThat(this.lab.text("GET /api/orders", origin("stranger.localhost"))).contains("blocked",
				"origin-not-allowed");
		assertThat(this.lab.all("#frames iframe")).isEmpty();
	}

	@Test
	void matrixWhenSentShouldSendWhatReadsAndAgree() {
		this.lab.openMatrix();
		this.lab.send(false);
		assertThat(this.lab.all(".cell[data-agrees=disagrees]")).isEmpty();
		assertThat(this.lab.all(CELL + "[data-agrees=agrees]")).hasSize(14);
		assertThat(this.browser.find("#matrix-summary").getText()).contains("did what the dry run says");
		assertThat(this.lab.text("GET /api/orders", origin("shop.localhost"))).contains("200 read");
		assertThat(this.lab.text("GET /admin/users", origin("admin.localhost"))).contains("401 read");
		assertThat(this.lab.text("DELETE /admin/users", origin("admin.localhost"))).contains("reads it");
	}

	@Test
	void matrixWhenWritingIsTickedShouldSendThatToo() {
		this.lab.openMatrix();
		this.lab.send(true);
		assertThat(this.lab.all(CELL + "[data-agrees=agrees]")).hasSize(30);
		assertThat(this.lab.text("POST /api/orders", origin("shop.localhost"))).contains("read", "after preflight");
		assertThat(this.lab.text("POST /api/orders", origin("stranger.localhost"))).contains("blocked",
				"preflight only");
	}

	@Test
	void matrixWhenDryRunErrsShouldMarkDisagreement() {
		this.session.open("try");
		this.lab.alterAnswers("""
				answer.dryRuns?.flat().forEach(({ explanation }) => {
					explanation.browser = "accepts";
				})""");
		this.browser.script("location.hash = 'matrix'");
		this.browser.find("#matrix-summary[data-state=agrees]");
		this.lab.send(false);
		assertThat(this.lab.text("GET /api/orders", origin("stranger.localhost"))).contains("dry run disagrees");
		assertThat(this.browser.find("#matrix-summary").getText()).contains("went otherwise");
	}

	@Test
	void matrixWhenDryRunFailsShouldSaySo() {
		this.session.open("try");
		this.lab.alterAnswers("throw new Error('the line is down')");
		this.browser.script("location.hash = 'matrix'");
		this.browser.find("#matrix-summary[data-state=differs]");
		assertThat(this.browser.find("#matrix-summary").getText()).contains("came to nothing");
		this.browser.find(".cell[data-state=failed]").click();
		assertThat(this.browser.find("#explanation").getText()).contains("the line is down");
	}

	@Test
	void matrixWhenFilteredShouldShowWhatMatches() {
		this.lab.openMatrix();
		this.browser.find("#matrix-filter").sendKeys("catalogue");
		this.browser.untilTrue("document.querySelectorAll('.cell').length === 2");
		this.browser.find("#matrix-filter").sendKeys("nothing like it");
		assertThat(this.browser.untilText("#matrix-groups", (text) -> text.contains("Nothing matches"))).isNotBlank();
	}

	@Test
	void cellWhenChosenByKeyShouldExplainAndGiveFocusBack() {
		this.lab.openMatrix();
		WebElement cell = this.lab.cell("POST /api/orders", origin("stranger.localhost"));
		cell.sendKeys(Keys.ENTER);
		String text = this.browser.untilText("#explanation", (each) -> !each.isBlank());
		assertThat(text).contains("POST /api/orders", "The browser asks the server first", "403 Forbidden",
				"never sent", "cors.policies.orders.allowed-origins", "Vary");
		this.browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
		assertThat(this.browser.find("#explanation").isDisplayed()).isFalse();
		assertThat(this.browser.driver().switchTo().activeElement()).isEqualTo(cell);
	}

	@Test
	void tryWhenOriginIsHereShouldDrawWhatHappened() {
		this.session.open("try");
		this.lab.submit(origin("shop.localhost"), "PUT", "/api/orders/1", "Content-Type: application/json");
		assertThat(this.lab.tried()).contains("The browser asks the server first", "OPTIONS /api/orders/1", "sent",
				"204 No Content", "Access-Control-Max-Age: 1800", "keep that answer for 30 minutes",
				"PUT /api/orders/1", "The page reads the response", "cors.policies.orders.max-age");
		this.lab.submit(origin("evil.localhost"), "DELETE", "/api/orders/1", "");
		assertThat(this.browser.untilText("#try-result", (text) -> text.contains("DELETE"))).contains("403 Forbidden",
				"never sent");
	}

	@Test
	void tryWhenOriginIsElsewhereShouldExplainOnly() {
		this.session.open("try");
		this.lab.submit("https://shop.example.com", "PUT", "/api/orders/1", "Content-Type: application/json");
		assertThat(this.lab.tried()).contains("foretold", "The page reads the response").doesNotContain("sent\n");
	}

	@Test
	void tryWhenInputIsUnreadableShouldSayWhatIsWrong() {
		this.session.open("try");
		this.lab.submit("https://shop.example.com", "GET", "//evil.example/", "");
		assertThat(this.browser.untilText("#try-error", (text) -> !text.isBlank())).contains("path");
	}

	@Test
	void tryWhenTextLooksLikeMarkupShouldShowItAsText() {
		this.session.open("try");
		this.lab.submit(origin("shop.localhost"), "POST", "/api/<img src=x>", "X-Html: <img src=x>");
		assertThat(this.browser.untilText("#try-result", (text) -> text.contains("<img src=x>"))).isNotBlank();
		assertThat(this.lab.all("main img")).isEmpty();
	}

	@Test
	void refusalWhenFollowedShouldFillInTheRequest() {
		this.session.open("policies");
		this.session.lab("experiment.js", "module.run(args[0])",
				Experiment.get(origin("evil.localhost"), "/api/kept").withMethod("PATCH").toScript());
		this.browser.untilText("#policies-content", (text) -> text.contains(origin("evil.localhost")));
		this.browser.find("a[aria-label$='" + origin("evil.localhost") + "']").click();
		assertThat(this.lab.tried()).contains("GET /api");
		assertThat(this.browser.find("#try-origin").getDomProperty("value")).isEqualTo(origin("evil.localhost"));
	}

	@Test
	void propertyWhenFollowedShouldLeadToItsLine() {
		this.session.open("try");
		this.lab.submit(origin("shop.localhost"), "PUT", "/api/orders/1", "");
		this.lab.tried();
		this.browser.find("a.property[href*=max-age]").click();
		assertThat(this.browser.find(".wanted").getText()).contains("cors.policies.orders.max-age", "application.yml");
	}

	@Test
	void policiesWhenOpenedShouldListAllAndKeepUp() {
		this.session.open("policies");
		assertThat(this.browser.untilText(".cards", (text) -> text.contains("orders"))).contains("catalogue", "admin",
				"http://shop.localhost:*");
		this.session.lab("experiment.js", "module.run(args[0])",
				Experiment.get(origin("late.localhost"), "/api/kept-up-to-date").toScript());
		assertThat(this.browser.untilText("#policies-content", (text) -> text.contains(origin("late.localhost"))))
			.contains("origin-not-allowed");
	}

	@Test
	void policiesWhenEndpointFailsShouldOfferAnotherTry() {
		this.session.open("policies");
		this.lab.alterAnswers("throw new Error('the line is down')");
		this.browser.find("#policies-refresh").click();
		assertThat(this.browser.untilText("#policies-content", (text) -> text.contains("could not be read")))
			.contains("the line is down", "Try again");
	}

	@Test
	void policiesWhenThereAreNoneShouldSaySo() {
		this.session.open("policies");
		this.lab.alterAnswers("Object.assign(answer, { policies: {}, findings: [], recentRefusals: [] })");
		this.browser.find("#policies-refresh").click();
		assertThat(this.browser.untilText("#policies-content", (text) -> text.contains("No policy is in force")))
			.contains("Nothing was refused lately", "Nothing was found");
	}

	@Test
	void viewWhenEndpointWantsToKnowTheReaderShouldSayHowToSignIn() {
		this.session.open("try");
		this.browser.script("""
				window.fetch = async () => new Response("", { status: 401 });
				window.dispatchEvent(new Event("focus"));
				""");
		this.browser
			.await("import('/cors-lab/access.js').then(({ explain }) => explain({ kind: 'sign-in' }, () => {}))");
		assertThat(this.browser.find("#notices").getText()).contains("Sign in", "/actuator/cors");
		assertThat(this.browser.violations()).isEmpty();
	}

	@Test
	void consoleWhenTextIsPastedShouldNameTheLineToChange() {
		this.session.open("console");
		this.lab.read("Access to fetch at '" + origin("localhost")
				+ "/api/orders/1' from origin 'https://shop.example.com'"
				+ " has been blocked by CORS policy: Method PATCH is not allowed by Access-Control-Allow-Methods in preflight"
				+ " response.");
		assertThat(this.lab.explained()).contains("Chromium", "the preflight", "PATCH /api/orders/1",
				"add PATCH to cors.policies.orders.allowed-methods", "application.yml", "403 Forbidden");
		this.browser.find("#console-result a[href*='#try?']").click();
		assertThat(this.lab.tried()).contains("PATCH /api/orders/1", "foretold");
		assertThat(this.browser.find("#try-origin").getDomProperty("value")).isEqualTo("https://shop.example.com");
	}

	@Test
	void consoleWhenTextLacksSomethingShouldAskForIt() {
		this.session.open("console");
		this.lab
			.read("Origin https://shop.example.com is not allowed by Access-Control-Allow-Origin. Status code: 403");
		assertThat(this.browser.untilText("#console-result", (text) -> text.contains("does not tell")))
			.contains("its address");
		this.browser.find("#console-result .notice button").click();
		this.browser.driver().switchTo().activeElement().sendKeys("/admin/users");
		this.browser.find("#console-form [type=submit]").click();
		assertThat(this.lab.explained()).contains("cors.policies.admin.allowed-origins");
	}

	@Test
	void consoleWhenItIsNoCorsErrorShouldSayWhatItIs() {
		this.session.open("console");
		this.lab
			.read("Refused to connect to 'https://api.example.com/x' because it violates the following Content Security"
					+ " Policy directive: \"connect-src 'self'\".");
		assertThat(this.browser.untilText("#console-result", (text) -> text.contains("not CORS")))
			.contains("Content-Security-Policy");
		this.lab.read("<img src=x> nothing of a browser");
		assertThat(this.browser.untilText("#console-result", (text) -> text.contains("No message of Chromium")))
			.isNotBlank();
		this.lab.read("   ");
		assertThat(this.browser.untilText("#console-result", (text) -> text.contains("no text"))).isNotBlank();
		assertThat(this.lab.all("main img")).isEmpty();
	}

	@Test
	void consoleWhenExampleIsWantedShouldExplainIt() {
		this.session.open("console");
		this.browser.find("#console-example").click();
		assertThat(this.lab.explained()).contains("https://stranger.example", "403 Forbidden");
		this.browser.find("#console-result a.property[href*=allowed-origins]").click();
		assertThat(this.browser.find(".wanted").getText()).contains("allowed-origins", "application.yml");
	}

	@Test
	void edgeWhenServerIsChosenShouldShowItsFilesAndLosses() {
		this.session.open("edge");
		assertThat(this.browser.untilText("#edge-content", (text) -> text.contains("cors-http.conf")))
			.contains("cors-location.conf", "What is lost", "every policy is said whole");
		assertThat(this.browser.find("#edge-status").getText()).startsWith("exact: ");
		new Select(this.browser.find("#edge-target")).selectByValue("caddy");
		assertThat(this.browser.untilText("#edge-content", (text) -> text.contains("cors.caddy")))
			.doesNotContain("cors-http.conf");
	}

	@Test
	void edgeWhenCopiedOrComparedShouldTakeTheWholeFile() {
		this.session.open("edge");
		this.browser.find(".file pre");
		this.browser
			.script("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }");
		this.browser.find("button[aria-label='Copy cors-location.conf']").click();
		String file = String.valueOf(this.browser.script("return window.copied"));
		assertThat(file).startsWith("# CORS policies for nginx").endsWith("\n");
		this.lab.compare("cors-location.conf", file);
		assertThat(this.browser.untilText(".difference:not(:empty)", (text) -> text.contains("the same"))).isNotBlank();
		this.lab.compare("cors-location.conf",
				"# by hand\n" + file.substring(0, file.lastIndexOf("\n", file.length() - 2)));
		assertThat(this.browser.untilText(".difference:not(:empty)", (text) -> text.contains("It differs")))
			.contains("- # by hand", "…", "+ ");
	}

	@Test
	void edgeWhenSomethingCannotBeSaidShouldSayWhatAndThatItIsRefused() {
		this.session.open("try");
		this.lab.alterAnswers(
				"""
						if (answer.files) {
							Object.assign(answer, { files: [], findings: [{ rule: "edge-path-not-expressible", policy: "orders",
								property: "cors.policies.orders.paths[0]", value: "/<b>", message: "cannot be said", advice: "Change it." }] });
						}""");
		this.browser.script("location.hash = 'edge'");
		assertThat(this.browser.untilText("#edge-content", (text) -> text.contains("edge-path-not-expressible")))
			.contains("cors.policies.orders.paths[0]", "/<b>", "No file");
	}

	@Test
	void builderWhenChoicesAreDangerousShouldNameRule() {
		this.session.open("builder");
		this.lab.retype("allowedOrigins", "*");
		this.browser.find("[name=allowCredentials]").click();
		assertThat(this.browser.untilText("#builder-findings", (text) -> text.contains("any-origin-with-credentials")))
			.contains("error");
		assertThat(this.browser.find("#builder-status").getText()).contains("refuse");
		assertThat(this.browser.find("#risk-allowedOrigins").getText()).contains("Any site");
	}

	@Test
	void builderWhenStartTakesItsYamlShouldBeAccepted() throws IOException {
		this.session.open("builder");
		String first = this.lab.accepted();
		this.lab.retype("name", "No");
		this.lab.retype("paths", "/partner/{id}/**, /partners");
		this.lab.retype("allowedOrigins", "https://*.partner.example http://localhost:* https://app-*.partner.example");
		this.lab.retype("allowedHeaders", "Content-Type X-One, on");
		this.lab.retype("exposedHeaders", "ETag yes");
		this.lab.retype("maxAge", "90");
		this.browser.find("[name=allowCredentials]").click();
		this.browser.find("#builder-form [value=PATCH]").click();
		String second = this.lab.accepted();
		assertThat(second).contains("\"no\":", "max-age: 90s");
		try (Sample started = Sample.start("--spring.config.additional-location=" + file(first) + "," + file(second))) {
			assertThat(started.policies()).extracting(ResolvedPolicy::name).contains("storefront", "no", "orders");
			assertThat(started.policies()).filteredOn((policy) -> "no".equals(policy.name()))
				.singleElement()
				.returns(List.of("/partner/{id}/**", "/partners"), ResolvedPolicy::paths)
				.returns(List.of("content-type", "x-one", "on"), ResolvedPolicy::allowedHeaders)
				.returns(Duration.ofSeconds(90), ResolvedPolicy::maxAge);
		}
	}

	@Test
	void copyWhenClickedShouldTakeTheYaml() {
		this.session.open("builder");
		this.browser
			.script("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }");
		this.browser.find("#builder-copy").click();
		assertThat(this.browser.script("return window.copied")).asString().startsWith("cors:\n  policies:\n");
	}

	@ParameterizedTest
	@CsvSource({ "matrix, 1280", "matrix, 390", "try, 1280", "try, 390", "console, 1280", "console, 390",
			"policies, 1280", "policies, 390", "builder, 1280", "builder, 390", "edge, 1280", "edge, 390" })
	void viewWhenShownShouldFitAndKeepNobodyOut(String view, int width) {
		this.browser.resize(width, 900);
		this.session.open(view);
		if (view.equals("try")) {
			this.browser.find("#try-explain").click();
			this.lab.tried();
		}
		if (view.equals("console")) {
			this.browser.find("#console-example").click();
			this.lab.explained();
		}
		if (view.equals("edge")) {
			this.browser.find(".file pre");
		}
		if (view.equals("matrix")) {
			this.lab.openMatrix();
			this.lab.send(false);
		}
		assertThat(this.browser.script("return document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
		for (boolean dark : List.of(false, true)) {
			this.browser.setDark(dark);
			assertThat(this.browser.violations()).as("%s, %s wide, dark: %s", view, width, dark).isEmpty();
		}
		this.browser.setDark(false);
		assertThat(this.browser.errors()).filteredOn((error) -> error.contains("/cors-lab/")).isEmpty();
	}

	@Test
	void explanationWhenOpenShouldKeepNobodyOut() {
		this.lab.openMatrix();
		this.lab.cell("PUT /api/orders/1", origin("shop.localhost")).click();
		this.browser.find("#explanation .exchange");
		assertThat(this.browser.violations()).isEmpty();
	}

	private String file(String yaml) throws IOException {
		Path file = Files.createTempFile(this.folder, "built", ".yml");
		Files.writeString(file, yaml);
		return "file:" + file;
	}

}
