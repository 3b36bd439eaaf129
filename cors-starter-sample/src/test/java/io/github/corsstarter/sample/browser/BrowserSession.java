package io.github.corsstarter.sample.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

import org.springframework.util.FileSystemUtils;

/**
 * A sample and a browser that looks at it.
 */
record BrowserSession(Sample sample, ChromeDriver driver, Path profile) implements AutoCloseable {

	// Not what anything should take, but when to give up.
	static final Duration PATIENCE = Duration.ofSeconds(30);

	static BrowserSession start(String... arguments) throws IOException {
		Path profile = Files.createTempDirectory("lab-chromium");
		ChromeDriver driver = Chromium.start(profile);
		try {
			return new BrowserSession(Sample.start(arguments), driver, profile);
		}
		catch (RuntimeException ex) {
			driver.quit();
			throw ex;
		}
	}

	/**
	 * Opens a view of the lab anew.
	 */
	void open(String view) {
		this.driver.get("about:blank");
		this.driver.get(this.sample.origin("localhost") + "/#" + view);
	}

	WebElement find(String css) {
		return until((driver) -> driver.findElements(By.cssSelector(css)).stream().findFirst().orElse(null));
	}

	<T> T until(Function<? super ChromeDriver, T> condition) {
		return Objects.requireNonNull(new WebDriverWait(this.driver, PATIENCE).ignoring(RuntimeException.class)
			.until((driver) -> condition.apply(this.driver)));
	}

	/**
	 * Waits for a text that appears in an element.
	 */
	String untilText(String css, Function<String, Boolean> condition) {
		return until((driver) -> {
			String text = find(css).getText();
			return condition.apply(text) ? text : null;
		});
	}

	Object script(String script, Object... arguments) {
		return this.driver.executeScript(script, arguments);
	}

	/**
	 * Calls the lab's own code, as its page does.
	 * @param module the file below {@code /lab}
	 * @param call what to do with {@code module} and {@code args}
	 * @param arguments the {@code args}
	 * @return what the call's promise comes to
	 */
	Object lab(String module, String call, Object... arguments) {
		Object answer = this.driver.executeAsyncScript("""
				const [path, args] = arguments;
				const done = arguments[arguments.length - 1];
				import("/lab/" + path).then((module) => %s)
					.then((value) => done({ value }), (error) => done({ error: String(error) }));
				""".formatted(call), module, arguments);
		Map<?, ?> settled = (Map<?, ?>) Objects.requireNonNull(answer);
		if (settled.get("error") != null) {
			throw new IllegalStateException(String.valueOf(settled.get("error")));
		}
		return settled.get("value");
	}

	@Override
	public void close() throws IOException {
		try (this.sample) {
			this.driver.quit();
		}
		FileSystemUtils.deleteRecursively(this.profile);
	}

}
