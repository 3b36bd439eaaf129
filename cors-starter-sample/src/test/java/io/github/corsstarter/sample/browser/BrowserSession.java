package io.github.corsstarter.sample.browser;

import io.github.corsstarter.chromium.Browser;
import org.jspecify.annotations.Nullable;

/**
 * A sample and a browser that looks at it.
 *
 * @param sample the sample
 * @param browser the browser
 */
record BrowserSession(Sample sample, Browser browser) implements AutoCloseable {

	static BrowserSession start(String... arguments) {
		Browser browser = Browser.start();
		try {
			return new BrowserSession(Sample.start(arguments), browser);
		}
		catch (RuntimeException ex) {
			browser.close();
			throw ex;
		}
	}

	/**
	 * Opens a view of the lab anew.
	 */
	void open(String view) {
		this.browser.open(this.sample.origin("localhost") + "/cors-lab#" + view);
		this.browser.find("[data-view=" + view.replaceAll("\\?.*", "") + "]:not([hidden])");
	}

	/**
	 * Calls the lab's own code, as its page does.
	 * @param module the lab's file
	 * @param call what to do with {@code module} and {@code args}
	 * @param arguments the {@code args}
	 * @return what the call's promise comes to
	 */
	@Nullable Object lab(String module, String call, Object... arguments) {
		return this.browser.call("/cors-lab/" + module, call, arguments);
	}

	@Override
	public void close() {
		try (this.sample) {
			this.browser.close();
		}
	}

}
