package io.github.corsstarter.sample.browser;

import java.util.List;
import java.util.Map;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/**
 * The lab's page: what can be done on it and read from it.
 */
record LabPage(BrowserSession session) {

	void openMatrix() {
		this.session.open("matrix");
		this.session.find("#matrix-summary[data-state]");
	}

	void rerunMatrix() {
		this.session.script("delete document.getElementById('matrix-summary').dataset.state");
		this.session.find("#matrix-run").click();
		this.session.find("#matrix-summary[data-state]");
	}

	// Stands between the page and its server, to show what it makes of other answers.
	void alterAnswers(String path, String change) {
		this.session.script("""
				const fetched = window.fetch;
				window.fetch = async (url, options) => {
					const response = await fetched(url, options);
					if (!String(url).startsWith(arguments[0])) {
						return response;
					}
					const answer = await response.json();
					%s;
					return Response.json(answer);
				};
				""".formatted(change), path);
	}

	List<WebElement> all(String css) {
		return this.session.driver().findElements(By.cssSelector(css));
	}

	private String selector(String request, String host) {
		return "#matrix-table .cell[aria-label^='" + request + "'][aria-label*='from "
				+ this.session.sample().origin(host) + ":']";
	}

	WebElement cell(String request, String host) {
		return this.session.find(selector(request, host));
	}

	String label(String request, String host) {
		return cell(request, host).getAccessibleName();
	}

	void submit(String origin, String method, String path, String headers) {
		replace(this.session.find("#try-origin"), origin);
		new Select(this.session.find("#try-method")).selectByVisibleText(method);
		replace(this.session.find("#try-path"), path);
		replace(this.session.find("#try-headers"), headers);
		this.session.find("#try-form [type=submit]").click();
	}

	String tried() {
		return this.session.untilText("#try-result", (text) -> text.contains("By the policies"));
	}

	void retype(String name, String value) {
		replace(this.session.find("#builder-" + name), value);
	}

	private static void replace(WebElement input, String value) {
		input.clear();
		input.sendKeys(value);
	}

	// The page says that it is checking from the moment that something changes.
	String accepted() {
		this.session.find("#builder-status[data-state=agrees]");
		return this.session.find("#builder-yaml").getText();
	}

	void resize(int width) {
		resize(width, 900);
	}

	void resize(int width, int height) {
		this.session.driver()
			.executeCdpCommand("Emulation.setDeviceMetricsOverride",
					Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
	}

}
