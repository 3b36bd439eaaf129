package io.github.corsstarter.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * The page that describes the rules. The build knows where it is.
 */
final class RulesPage {

	static final String ADDRESS = address();

	private RulesPage() {
	}

	private static String address() {
		try (InputStream stream = Objects.requireNonNull(RulesPage.class.getResourceAsStream("page.properties"))) {
			Properties page = new Properties();
			page.load(stream);
			return Objects.requireNonNull(page.getProperty("address"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
