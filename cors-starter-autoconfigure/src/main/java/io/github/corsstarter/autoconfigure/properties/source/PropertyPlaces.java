package io.github.corsstarter.autoconfigure.properties.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.Resource;

/**
 * Says where properties come from.
 */
public final class PropertyPlaces {

	private PropertyPlaces() {
	}

	/**
	 * Returns file, line and column, or the name of an environment variable, a system
	 * property or a command line argument.
	 * @param property the property, or {@code null}
	 * @return the place in words, or {@code null} where it is not known
	 */
	public static @Nullable String describe(@Nullable ConfigurationProperty property) {
		Origin origin = (property != null) ? property.getOrigin() : null;
		if (origin instanceof PropertySourceOrigin outside && outside.getOrigin() != null) {
			origin = outside.getOrigin();
		}
		if (origin instanceof SystemEnvironmentOrigin variable) {
			return "environment variable " + variable.getProperty();
		}
		if (origin instanceof PropertySourceOrigin outside) {
			if (outside.getPropertySource() instanceof SystemEnvironmentPropertySource) {
				return "environment variable " + outside.getPropertyName();
			}
			return switch (outside.getPropertySource().getName()) {
				case "commandLineArgs" -> "command line argument --" + outside.getPropertyName();
				case "systemProperties" -> "system property -D" + outside.getPropertyName();
				default -> outside.toString();
			};
		}
		return (origin != null) ? origin.toString() : null;
	}

	/**
	 * Returns line and column as one number to sort by.
	 * @param property the property, or {@code null}
	 * @return a number that grows from the top of a file to its end
	 */
	public static long position(@Nullable ConfigurationProperty property) {
		TextResourceOrigin text = text(property);
		return (text == null || text.getLocation() == null) ? Long.MAX_VALUE
				: ((long) text.getLocation().getLine() << 32) + text.getLocation().getColumn();
	}

	/**
	 * Returns the line of a value in a YAML file, or 0 where it comes from elsewhere.
	 * @param property the property
	 * @return the line, from 1
	 */
	public static int line(ConfigurationProperty property) {
		TextResourceOrigin text = text(property);
		boolean yaml = text != null && text.getLocation() != null && text.getResource() != null
				&& !String.valueOf(text.getResource().getFilename()).endsWith(".properties");
		return yaml ? (int) (position(property) >> 32) + 1 : 0;
	}

	/**
	 * Returns the line of the key of a value: the first entry of a list may stand below
	 * it.
	 * @param property the property
	 * @param key the key
	 * @return the line, from 1, or 0 where the value comes from elsewhere
	 */
	public static int lineOfKey(ConfigurationProperty property, String key) {
		int line = line(property);
		TextResourceOrigin text = text(property);
		Resource resource = (line > 0 && text != null) ? text.getResource() : null;
		if (resource == null) {
			return line;
		}
		try {
			List<String> lines = resource.getContentAsString(StandardCharsets.UTF_8).lines().toList();
			int above = Math.min(line, lines.size());
			while (above > 0 && !lines.get(above - 1).strip().startsWith(key + ":")) {
				above--;
			}
			return (above > 0) ? above : line;
		}
		catch (IOException ex) {
			// It is gone by now: the line of the value is near enough.
			return line;
		}
	}

	private static @Nullable TextResourceOrigin text(@Nullable ConfigurationProperty property) {
		Origin origin = (property != null) ? property.getOrigin() : null;
		if (origin instanceof PropertySourceOrigin outside) {
			origin = outside.getOrigin();
		}
		return (origin instanceof TextResourceOrigin text) ? text : null;
	}

}
