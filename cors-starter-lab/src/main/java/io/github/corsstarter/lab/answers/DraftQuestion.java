package io.github.corsstarter.lab.answers;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.corsstarter.autoconfigure.CorsPolicyFiles;
import io.github.corsstarter.autoconfigure.actuate.FindingDescriptor;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

/**
 * What would a start say about an {@code application.yml}? The input is the file's text.
 * It is read as a start reads it, and nothing else is: placeholders in it reach neither
 * the environment's variables nor the application's properties.
 */
final class DraftQuestion implements Questions.Question {

	private static final String NAME = "application.yml";

	@Override
	public OperationResponseBody answer(String input) {
		requireNoAliases(input);
		CorsPolicyFiles files = CorsPolicyFiles.load(new DraftEnvironment(input));
		return new Answer(files.findings().stream().map(FindingDescriptor::of).toList());
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

	/**
	 * The answer.
	 *
	 * @param findings errors and warnings
	 */
	record Answer(List<FindingDescriptor> findings) implements OperationResponseBody {
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
