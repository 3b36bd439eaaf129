package io.github.corsstarter.sample.browser;

import java.util.List;

import io.github.corsstarter.chromium.Browser;
import org.openqa.selenium.WebElement;

/**
 * The lab's page: what can be done on it and read from it.
 *
 * @param session the browser and what it looks at
 */
record LabPage(BrowserSession session) {

	private Browser browser() {
		return this.session.browser();
	}

	void openMatrix() {
		this.session.open("matrix");
		browser().find("#matrix-summary[data-state]:not([data-state=waiting])");
	}

	void send(boolean writes) {
		if (writes) {
			browser().find("#matrix-writes").click();
		}
		browser().find("#matrix-run").click();
		browser().untilTrue("document.getElementById('matrix-summary').dataset.sent > 0");
	}

	// Stands between the page and its server, to show what it makes of other answers.
	void alterAnswers(String change) {
		browser().script("""
				const fetched = window.fetch;
				window.fetch = async (url, options) => {
					const response = await fetched(url, options);
					if (!String(url).includes("/actuator/cors")) {
						return response;
					}
					const answer = await response.json();
					%s;
					return Response.json(answer);
				};
				""".formatted(change));
	}

	List<WebElement> all(String css) {
		return browser().all(css);
	}

	/**
	 * Finds the cell of a request from a page of an origin.
	 */
	WebElement cell(String request, String origin) {
		String wanted = request + " from " + origin + ": ";
		return all(".cell").stream()
			.filter((cell) -> cell.getAccessibleName().startsWith(wanted))
			.findFirst()
			.orElseThrow(() -> new AssertionError("There is no cell " + wanted));
	}

	String text(String request, String origin) {
		return cell(request, origin).getText();
	}

	void submit(String origin, String method, String path, String headers) {
		replace("#try-origin", origin);
		replace("#try-method", method);
		replace("#try-path", path);
		replace("#try-headers", headers);
		browser().find("#try-form [type=submit]").click();
	}

	String tried() {
		browser().find("#try-result:not([aria-busy]) .exchange");
		return browser().find("#try-result").getText();
	}

	void read(String console) {
		replace("#console-text", console);
		browser().find("#console-form [type=submit]").click();
	}

	String explained() {
		browser().find("#console-result:not([aria-busy]) .exchange");
		return browser().find("#console-result").getText();
	}

	/**
	 * Holds a deployed file against what the policies make. The whole of it is pasted:
	 * typing would take long.
	 */
	void compare(String name, String deployed) {
		browser().script(
				"""
						const [name, deployed] = arguments;
						const file = [...document.querySelectorAll(".file")].find((each) => each.querySelector("h3").textContent === name);
						file.querySelector("details").open = true;
						file.querySelector("textarea").value = deployed;
						file.querySelector("textarea").dispatchEvent(new Event("input"));
						""",
				name, deployed);
	}

	void retype(String name, String value) {
		replace("#builder-" + name, value);
	}

	private void replace(String css, String value) {
		WebElement input = browser().find(css);
		input.clear();
		input.sendKeys(value);
	}

	// The page says that it is checking from the moment that something changes.
	String accepted() {
		browser().find("#builder-status[data-state=agrees]");
		return browser().find("#builder-yaml").getText();
	}

}
