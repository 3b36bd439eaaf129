package io.github.corsstarter.lab.answers;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

import io.github.corsstarter.autoconfigure.CorsPolicyFiles;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

/**
 * The text of an {@code application.yml}, read as a start reads it, and nothing else is:
 * placeholders in it reach neither the environment's variables nor the application's
 * properties.
 */
final class Draft {

	private static final String NAME = "application.yml";

	private Draft() {
	}

	/**
	 * Reads a draft.
	 * @param yaml the text
	 * @return its policies, and what was found about them
	 * @throws InvalidEndpointRequestException if it is no YAML
	 */
	static CorsPolicyFiles read(String yaml) {
		requireNoAliases(yaml);
		return CorsPolicyFiles.load(new DraftEnvironment(yaml));
	}

	/**
	 * Insists on a text without aliases: one that stands within what it is an alias of
	 * goes round in circles, and others grow beyond all bounds.
	 */
	private static void requireNoAliases(String input) {
		try {
			for (Event event : new Yaml().parse(new StringReader(input))) {
				if (event instanceof AliasEvent) {
					throw new InvalidEndpointRequestException("A draft has no aliases", "Unreadable draft");
				}
			}
		}
		catch (YAMLException ex) {
			throw unreadable(ex);
		}
	}

	private static InvalidEndpointRequestException unreadable(Exception ex) {
		return new InvalidEndpointRequestException("That is no YAML: " + ex.getMessage(), "Unreadable draft", ex);
	}

	private static final class DraftEnvironment extends StandardEnvironment {

		DraftEnvironment(String yaml) {
			try {
				new YamlPropertySourceLoader().load(NAME, new NamedResource(yaml))
					.forEach(getPropertySources()::addLast);
			}
			catch (IOException | RuntimeException ex) {
				throw unreadable(ex);
			}
		}

		@Override
		protected void customizePropertySources(MutablePropertySources sources) {
			// Neither system properties nor environment variables.
		}

	}

	private static final class NamedResource extends ByteArrayResource {

		NamedResource(String text) {
			super(text.getBytes(StandardCharsets.UTF_8));
		}

		@Override
		public String getDescription() {
			return NAME;
		}

	}

}
