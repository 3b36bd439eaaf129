package io.github.corsstarter.sample.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.github.corsstarter.policy.ResolvedPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lab's page, as somebody uses it.
 */
abstract class LabPageTests extends BrowserTests {

	private static final int CELLS = 66;

	@TempDir
	private Path folder;

	private LabPage lab;

	LabPageTests(String... arguments) {
		super(arguments);
	}

	@BeforeEach
	void findPage() {
		this.lab = new LabPage(this.session);
	}

	@Test
	void matrixWhenOpenedShouldAgreeInEveryCell() {
		this.lab.openMatrix();
		assertThat(this.lab.all("#matrix-table .cell")).hasSize(CELLS);
		assertThat(this.lab.all("#matrix-table .cell[data-agrees=agrees]")).hasSize(CELLS);
		assertThat(this.session.find("#matrix-summary").getText()).contains("agree on every one");
		assertThat(this.lab.label("POST /api/orders, JSON", "shop.localhost")).contains("201 readable",
				"after preflight");
		assertThat(this.lab.label("POST /api/orders, JSON", "evil.localhost")).contains("blocked", "preflight only");
		assertThat(this.lab.label("GET /admin/users, no password", "admin.localhost")).contains("401 readable");
	}

	@Test
	void matrixWhenDryRunErrsShouldMarkDisagreement() {
		this.lab.openMatrix();
		this.lab.alterAnswers("/actuator/cors", "answer.explanation.browser = 'accepts'");
		this.lab.rerunMatrix();
		assertThat(this.lab.label("POST /api/orders, JSON", "evil.localhost")).contains("disagrees");
		assertThat(this.session.find("#matrix-summary").getText()).contains("disagree on");
	}

	@Test
	void matrixWhenDryRunFailsShouldSaySo() {
		this.lab.openMatrix();
		this.lab.alterAnswers("/actuator/cors", "throw new Error('the line is down')");
		this.lab.rerunMatrix();
		assertThat(this.session.find("#matrix-summary").getText()).contains("could not be compared");
		this.session.find(".cell[data-state=blocked]").click();
		assertThat(this.session.find("#explanation").getText()).contains("the line is down");
	}

	@Test
	void cellWhenChosenByKeyShouldExplainAndGiveFocusBack() {
		this.lab.openMatrix();
		WebElement cell = this.lab.cell("POST /api/orders, JSON", "evil.localhost");
		cell.sendKeys(Keys.ENTER);
		String text = this.session.untilText("#explanation", (each) -> !each.isBlank());
		assertThat(text).contains("POST /api/orders", "origin-not-allowed", "cors.policies.orders.allowed-origins",
				"Vary");
		this.session.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
		assertThat(this.session.find("#explanation").isDisplayed()).isFalse();
		assertThat(this.session.driver().switchTo().activeElement()).isEqualTo(cell);
	}

	@Test
	void tryWhenOriginIsHereShouldSendAndExplain() {
		this.session.open("try");
		this.lab.submit(origin("evil.localhost"), "DELETE", "/api/orders/1", "");
		assertThat(this.lab.tried()).contains("blocked", "preflight only", "origin-not-allowed");
	}

	@Test
	void tryWhenOriginIsElsewhereShouldExplainOnly() {
		this.session.open("try");
		this.lab.submit("https://shop.example.com", "PUT", "/api/orders/1", "Content-Type: application/json");
		assertThat(this.lab.tried()).contains("not sent", "accepts, preflight");
	}

	@Test
	void tryWhenInputIsUnreadableShouldSayWhatIsWrong() {
		this.session.open("try");
		this.lab.submit("https://shop.example.com", "GET", "//evil.example/", "");
		assertThat(this.session.untilText("#try-error", (text) -> !text.isBlank())).contains("path");
	}

	@Test
	void tryWhenTextLooksLikeMarkupShouldShowItAsText() {
		this.session.open("try");
		this.lab.submit(origin("shop.localhost"), "POST", "/api/<img src=x>", "X-Html: <img src=x>");
		assertThat(this.lab.tried()).contains("<img src=x>");
		assertThat(this.lab.all("main img")).isEmpty();
	}

	@Test
	void policiesWhenOpenedShouldListAllAndKeepUp() {
		this.session.open("policies");
		assertThat(this.session.untilText(".cards", (text) -> text.contains("orders"))).contains("catalogue", "admin",
				"http://shop.localhost:*");
		String path = "/api/kept-up-to-date";
		this.session.lab("experiment.js", "module.run(args[0])",
				Experiment.get(origin("evil.localhost"), path).withMethod("PATCH").toScript());
		assertThat(this.session.untilText("#policies-content", (text) -> text.contains(origin("evil.localhost"))))
			.contains("origin-not-allowed");
	}

	@Test
	void policiesWhenEndpointFailsShouldOfferAnotherTry() {
		this.session.open("policies");
		this.session.find(".cards");
		this.lab.alterAnswers("/actuator/cors", "throw new Error('the line is down')");
		this.session.find("#policies-refresh").click();
		assertThat(this.session.untilText("#policies-content", (text) -> text.contains("could not be read")))
			.contains("the line is down", "Try again");
	}

	@Test
	void policiesWhenThereAreNoneShouldSaySo() {
		this.session.open("try");
		this.lab.alterAnswers("/actuator/cors",
				"Object.assign(answer, { policies: {}, findings: [], recentRefusals: [] })");
		this.session.script("location.hash = 'policies'");
		assertThat(this.session.untilText("#policies-content", (text) -> text.contains("No policy is in force")))
			.contains("Nothing was refused lately", "Nothing was found");
	}

	@Test
	void builderWhenChoicesAreDangerousShouldNameRule() {
		this.session.open("builder");
		this.lab.retype("allowedOrigins", "*");
		this.session.find("[name=allowCredentials]").click();
		assertThat(this.session.untilText("#builder-findings", (text) -> text.contains("any-origin-with-credentials")))
			.contains("error");
		assertThat(this.session.find("#builder-status").getText()).contains("refuse");
		assertThat(this.session.find("#risk-allowedOrigins").getText()).contains("Any site");
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
		this.session.find("[name=allowCredentials]").click();
		this.session.find("[value=PATCH]").click();
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
		this.session
			.script("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }");
		this.session.find("#builder-copy").click();
		assertThat(this.session.script("return window.copied")).asString().startsWith("cors:\n  policies:\n");
	}

	@ParameterizedTest
	@CsvSource({ "matrix, 1280", "matrix, 390", "try, 1280", "try, 390", "policies, 1280", "policies, 390",
			"builder, 1280", "builder, 390" })
	void viewWhenShownShouldFitAndNameItsControls(String view, int width) {
		this.lab.resize(width);
		this.session.open(view);
		this.session.find("[data-view=" + view + "]:not([hidden])");
		assertThat(this.session.script("return document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
		assertThat(this.lab.all("[data-view=" + view + "] :is(button, input, select, textarea), nav a")).isNotEmpty()
			.allSatisfy((control) -> assertThat(control.getAccessibleName()).isNotBlank());
		this.lab.resize(1280);
	}

	@Test
	void matrixWhenFilledShouldNotShiftTheLayout() {
		this.lab.openMatrix();
		Object shift = this.session.driver().executeAsyncScript("""
				const done = arguments[arguments.length - 1];
				new PerformanceObserver((list) => done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
					.observe({ type: "layout-shift", buffered: true });
				requestAnimationFrame(() => requestAnimationFrame(() => done(0)));
				""");
		assertThat(((Number) shift).doubleValue()).isLessThan(0.05);
	}

	@Test
	void pageWhenServedShouldComeWithStrictPolicy() {
		this.session.open("try");
		Object policy = this.session.driver().executeAsyncScript("""
				const done = arguments[arguments.length - 1];
				fetch("/").then((response) => done(response.headers.get("Content-Security-Policy")));
				""");
		assertThat(policy).asString()
			.contains("default-src 'none'", "script-src 'self'", "require-trusted-types-for 'script'")
			.doesNotContain("unsafe");
	}

	/**
	 * Makes the README's picture, where {@code lab.screenshot} names a file.
	 */
	@Test
	@EnabledIfSystemProperty(named = "lab.screenshot", matches = ".+")
	void takeScreenshotWhenAskedShouldShowMatrix() throws IOException {
		this.lab.resize(1280, 1240);
		this.lab.openMatrix();
		Path file = Path.of(System.getProperty("lab.screenshot"));
		Files.write(file, this.session.driver().getScreenshotAs(OutputType.BYTES));
		assertThat(file).isNotEmptyFile();
	}

	private String file(String yaml) throws IOException {
		Path file = Files.createTempFile(this.folder, "built", ".yml");
		Files.writeString(file, yaml);
		return "file:" + file;
	}

}
