package io.github.corsstarter.sample.browser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lab's matrix, as somebody uses it.
 */
@ParameterizedClass
@ValueSource(strings = { LabPageTests.TOMCAT, LabPageTests.NETTY })
class LabMatrixTests extends LabPageTests {

	// Of policies alone: what is mapped besides differs between the stacks.
	private static final String CELL = ".group:has(h3 a) .cell";

	// Seven mapped requests from five origins, and the catalogue from two.
	private static final int CELLS = 37;

	LabMatrixTests(String stack) {
		super(stack);
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
		assertThat(this.browser.find("#matrix-groups").getText()).contains("listed", "near miss: other domain",
				"stranger", "sandbox");
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
		WebElement sent = this.lab.cell("GET /admin/users", origin("admin.localhost"));
		WebElement foretold = this.lab.cell("DELETE /admin/users", origin("admin.localhost"));
		assertThat(sent.getAccessibleName()).contains("as sent");
		assertThat(foretold.getAccessibleName()).contains("in the dry run");
		assertThat(sent.getCssValue("border-top-style")).isEqualTo("solid");
		assertThat(foretold.getCssValue("border-top-style")).isEqualTo("dashed");
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
	void explanationWhenOpenShouldKeepNobodyOut() {
		this.lab.openMatrix();
		this.lab.cell("PUT /api/orders/1", origin("shop.localhost")).click();
		this.browser.find("#explanation .exchange");
		assertThat(this.browser.violations()).isEmpty();
	}

}
