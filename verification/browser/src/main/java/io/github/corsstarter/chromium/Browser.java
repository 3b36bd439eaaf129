package io.github.corsstarter.chromium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;

import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;

/**
 * A browser with a profile of its own.
 */
public final class Browser implements AutoCloseable {

	/**
	 * When to give up waiting: nothing should take as long.
	 */
	public static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final String AXE = axe();

	private final ChromeDriver driver;

	private final Path profile;

	private Browser(ChromeDriver driver, Path profile) {
		this.driver = driver;
		this.profile = profile;
	}

	/**
	 * Starts the browser that is installed. Where there is none the test is skipped, but
	 * for a build server's.
	 * @return a browser, to be closed
	 */
	public static Browser start() {
		try {
			Path profile = Files.createTempDirectory("chromium");
			return new Browser(Chromium.start(profile), profile);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Opens a page anew, another view of the same one, too.
	 * @param url the page's address
	 */
	public void open(String url) {
		this.driver.get("about:blank");
		this.driver.get(url);
	}

	/**
	 * Waits for an element.
	 * @param css what it is selected by
	 * @return the first one
	 */
	public WebElement find(String css) {
		return until(() -> css, (driver) -> driver.findElements(By.cssSelector(css)).stream().findFirst().orElse(null));
	}

	/**
	 * Returns the elements that are there.
	 * @param css what they are selected by
	 * @return all of them
	 */
	public List<WebElement> all(String css) {
		return this.driver.findElements(By.cssSelector(css));
	}

	/**
	 * Waits for a text that appears in an element.
	 * @param css what the element is selected by
	 * @param condition what is waited for
	 * @return the text
	 */
	public String untilText(String css, Function<String, Boolean> condition) {
		return until(() -> css, (driver) -> {
			String text = find(css).getText();
			return condition.apply(text) ? text : null;
		});
	}

	/**
	 * Waits for what a script returns to be true.
	 * @param expression the script's expression
	 */
	public void untilTrue(String expression) {
		until(() -> expression,
				(driver) -> Boolean.TRUE.equals(driver.executeScript("return " + expression)) ? "" : null);
	}

	private <T> T until(Supplier<String> what, Function<? super ChromeDriver, @Nullable T> condition) {
		return Objects.requireNonNull(new WebDriverWait(this.driver, PATIENCE).withMessage(what)
			.ignoring(RuntimeException.class)
			.until((driver) -> condition.apply(this.driver)));
	}

	/**
	 * Runs a script in the page.
	 * @param script the script
	 * @param arguments its arguments
	 * @return what it returns
	 */
	public @Nullable Object script(String script, Object... arguments) {
		return this.driver.executeScript(script, arguments);
	}

	/**
	 * Calls a module of the page, as the page does.
	 * @param module the module's URL
	 * @param call what to do with {@code module} and {@code args}
	 * @param arguments the {@code args}
	 * @return what the call's promise comes to
	 */
	public @Nullable Object call(String module, String call, Object... arguments) {
		return await("import(arguments[0]).then((module) => ((args) => " + call + ")(arguments[1]))", module,
				arguments);
	}

	/**
	 * Runs a script in the page whose result is a promise.
	 * @param expression the promise
	 * @param arguments the script's arguments
	 * @return what the promise comes to
	 */
	public @Nullable Object await(String expression, Object... arguments) {
		Object answer = this.driver.executeAsyncScript("""
				const done = arguments[arguments.length - 1];
				(%s).then((value) => done({ value }), (error) => done({ error: String(error) }));
				""".formatted(expression), arguments);
		Map<?, ?> settled = (Map<?, ?>) Objects.requireNonNull(answer);
		if (settled.get("error") != null) {
			throw new IllegalStateException(String.valueOf(settled.get("error")));
		}
		return settled.get("value");
	}

	/**
	 * Makes the window wider or narrower; below 600 it is that of a phone.
	 * @param width its width in pixels
	 * @param height its height in pixels
	 */
	public void resize(int width, int height) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
	}

	/**
	 * Has pages in dark colours, or in light ones, and at once: what is looked at between
	 * two colours has neither.
	 * @param dark whether they are dark
	 */
	public void setDark(boolean dark) {
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
						Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
	}

	/**
	 * Takes a picture of the window.
	 * @return a PNG
	 */
	public byte[] screenshot() {
		return this.driver.getScreenshotAs(OutputType.BYTES);
	}

	/**
	 * Looks for what keeps people out of the page: all rules of axe-core, those of good
	 * practice, too.
	 * @return each violation with the elements that it is about
	 */
	public List<String> violations() {
		this.driver.executeScript(AXE);
		Object found = await("axe.run().then(({ violations }) => violations.map(({ id, nodes }) => "
				+ "`${id}: ${nodes.map(({ html }) => html).join(' ')}`))");
		return ((List<?>) Objects.requireNonNull(found)).stream().map(String::valueOf).toList();
	}

	private static String axe() {
		try {
			return new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Returns what the console was told since it was last asked.
	 * @return errors
	 */
	public List<String> errors() {
		return this.driver.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.filter((entry) -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
			.map(LogEntry::getMessage)
			.toList();
	}

	/**
	 * Returns what drives the browser.
	 * @return the driver
	 */
	public ChromeDriver driver() {
		return this.driver;
	}

	@Override
	public void close() {
		this.driver.quit();
		try {
			FileSystemUtils.deleteRecursively(this.profile);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
