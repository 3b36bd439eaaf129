package io.github.corsstarter.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

import picocli.CommandLine.IVersionProvider;

/**
 * The version that this jar was built as.
 */
final class Version implements IVersionProvider {

	@Override
	public String[] getVersion() throws IOException {
		return new String[] { "cors-starter-cli " + read() };
	}

	static String read() throws IOException {
		Properties properties = new Properties();
		try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
			properties.load(in);
		}
		return properties.getProperty("version");
	}

}
