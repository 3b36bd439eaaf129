package io.github.corsstarter.chromium;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The Chromium that is installed. None is ever downloaded.
 */
public final class Chromium {

	private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

	private static final Duration SCRIPT_LIMIT = Duration.ofMinutes(2);

	private Chromium() {
	}

	/**
	 * Starts a browser without a window. Where none is installed the tests are skipped,
	 * but for a build server's, which must not pass without them.
	 * @param profile a folder for the browser's profile
	 * @return what drives the browser
	 */
	public static ChromeDriver start(Path profile) {
		Optional<File> browser = BROWSERS.stream().flatMap(Chromium::onPath).findFirst();
		Optional<File> driver = onPath("chromedriver").findFirst();
		if (browser.isEmpty() || driver.isEmpty()) {
			miss("no Chromium with chromedriver is on the PATH");
		}
		ChromeOptions options = new ChromeOptions();
		options.setBinary(browser.orElseThrow());
		options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--disable-dev-shm-usage", "--user-data-dir=" + profile, "--window-size=1280,900");
		// New profiles block third-party cookies, which is not what is tested here.
		options.setExperimentalOption("prefs",
				Map.of("profile.cookie_controls_mode", 0, "profile.block_third_party_cookies", false));
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
		ChromeDriver started = new ChromeDriver(
				new ChromeDriverService.Builder().usingDriverExecutable(driver.orElseThrow()).build(), options);
		started.manage().timeouts().scriptTimeout(SCRIPT_LIMIT);
		return started;
	}

	private static void miss(String reason) {
		if (Boolean.parseBoolean(System.getenv("CI"))) {
			throw new IllegalStateException("Browser tests must run where CI=true, but " + reason);
		}
		System.err.println("Browser tests are skipped: " + reason);
		Assumptions.abort(reason);
	}

	private static Stream<File> onPath(String name) {
		String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
		return Stream.of(path.split(File.pathSeparator))
			.map((folder) -> Path.of(folder, name))
			.filter(Files::isExecutable)
			.map(Path::toFile);
	}

}
