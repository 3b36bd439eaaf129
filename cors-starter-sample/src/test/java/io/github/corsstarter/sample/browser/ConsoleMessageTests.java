package io.github.corsstarter.sample.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.github.corsstarter.chromium.Browser;
import io.github.corsstarter.chromium.Chromium;
import io.github.corsstarter.console.ConsoleBrowser;
import io.github.corsstarter.console.ConsoleMessage;
import io.github.corsstarter.console.ConsoleProblem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether the messages that this machine's Chromium prints are still those that are read:
 * each is provoked, and what the browser's console then says is read.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleMessageTests {

	private static final String ORIGIN = "Access-Control-Allow-Origin: %s";

	private static final String OTHER = "Access-Control-Allow-Origin: https://other.example";

	private ChromeDriver driver;

	private BrokenServer page;

	private BrokenServer api;

	@BeforeAll
	void start(@TempDir Path profile) throws IOException {
		this.driver = Chromium.start(profile);
		this.page = new BrokenServer();
		this.api = new BrokenServer();
		this.driver.get(this.page.origin("shop.localhost") + "/");
	}

	@AfterAll
	void stop() {
		if (this.driver != null) {
			this.driver.quit();
			this.page.close();
			this.api.close();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', nullValues = "-", textBlock = """
			{}                                         | false | 200 | -                 | ORIGIN_MISSING
			{}                                         | false | 403 | -                 | ORIGIN_MISSING
			{}                                         | false | 200 | origin: shop      | ORIGIN_DIFFERS
			{}                                         | false | 200 | other             | ORIGIN_DIFFERS
			{}                                         | false | 200 | origin+other      | ORIGIN_REPEATED
			{credentials: 'include'}                   | false | 200 | origin: *         | ANY_ORIGIN_WITH_CREDENTIALS
			{credentials: 'include'}                   | false | 200 | origin            | CREDENTIALS_NOT_ALLOWED
			{}                                         | false | 302 | origin+credential | REDIRECT_NOT_ALLOWED
			{method: 'PUT'}                            | true  | 403 | -                 | ORIGIN_MISSING
			{method: 'PUT'}                            | true  | 200 | origin: shop      | ORIGIN_DIFFERS
			{method: 'PUT'}                            | true  | 200 | other             | ORIGIN_DIFFERS
			{method: 'PUT'}                            | true  | 200 | origin+other      | ORIGIN_REPEATED
			{method: 'PUT', credentials: 'include'}    | true  | 200 | origin: *         | ANY_ORIGIN_WITH_CREDENTIALS
			{method: 'PUT', credentials: 'include'}    | true  | 200 | origin            | CREDENTIALS_NOT_ALLOWED
			{method: 'PUT'}                            | true  | 403 | origin            | PREFLIGHT_STATUS
			{method: 'PUT'}                            | true  | 302 | origin+location   | REDIRECTED
			{method: 'PUT'}                            | true  | 204 | origin            | METHOD_NOT_LISTED
			{headers: {'X-Trace': '1'}}                | true  | 204 | origin            | HEADER_NOT_LISTED
			{method: 'PUT'}                            | true  | 204 | origin+methods    | LIST_MALFORMED
			{headers: {'X-Trace': '1'}}                | true  | 204 | origin+headers    | LIST_MALFORMED
			""")
	void readWhenChromiumPrintsItShouldTell(String options, boolean preflight, int status, @Nullable String answer,
			ConsoleProblem problem) {
		this.api.answer(preflight, status, headers(answer));
		String url = this.api.origin("api.localhost") + "/it's/" + problem + "?page=1";
		String message = printed(url, options);
		assertThat(ConsoleMessage.read(message)).as(message)
			.isEqualTo(new ConsoleMessage(ConsoleBrowser.CHROMIUM, problem, url, null,
					this.page.origin("shop.localhost"), (problem == ConsoleProblem.METHOD_NOT_LISTED) ? "PUT" : null,
					(problem == ConsoleProblem.HEADER_NOT_LISTED) ? "x-trace" : null,
					problem.name().contains("CREDENTIALS") ? true : null, preflight));
	}

	private static String[] headers(@Nullable String answer) {
		List<String> headers = new ArrayList<>();
		for (String part : (answer != null) ? answer.split("\\+") : new String[0]) {
			headers.add(switch (part) {
				case "origin" -> ORIGIN;
				case "other" -> OTHER;
				case "credential" -> "Location: http://user:secret@third.localhost/";
				case "location" -> "Location: /elsewhere";
				case "methods" -> "Access-Control-Allow-Methods: P@T";
				case "headers" -> "Access-Control-Allow-Headers: (x)";
				default -> "Access-Control-Allow-" + part;
			});
		}
		return headers.toArray(new String[0]);
	}

	private String printed(String url, String options) {
		this.driver.manage().logs().get(LogType.BROWSER);
		this.driver.executeAsyncScript("""
				const [url, done] = arguments;
				fetch(url, %s).then(() => done("granted"), (error) => done(String(error)));
				""".formatted(options), url);
		StringBuilder printed = new StringBuilder();
		new WebDriverWait(this.driver, Browser.PATIENCE).until(
				(driver) -> printed
					.append(driver.manage()
						.logs()
						.get(LogType.BROWSER)
						.getAll()
						.stream()
						.map(LogEntry::getMessage)
						.collect(Collectors.joining("\n")))
					.indexOf("CORS policy") >= 0);
		return printed.toString();
	}

}
