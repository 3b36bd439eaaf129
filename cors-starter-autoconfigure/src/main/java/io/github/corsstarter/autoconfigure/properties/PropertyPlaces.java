package io.github.corsstarter.autoconfigure.properties;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Says where properties come from.
 */
final class PropertyPlaces {

	private PropertyPlaces() {
	}

	/**
	 * Returns file, line and column, or the name of an environment variable, a system
	 * property or a command line argument.
	 */
	static @Nullable String describe(@Nullable ConfigurationProperty property) {
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
	 */
	static long position(@Nullable ConfigurationProperty property) {
		Origin origin = (property != null) ? property.getOrigin() : null;
		if (origin instanceof PropertySourceOrigin outside) {
			origin = outside.getOrigin();
		}
		if (origin instanceof TextResourceOrigin text && text.getLocation() != null) {
			return ((long) text.getLocation().getLine() << 32) + text.getLocation().getColumn();
		}
		return Long.MAX_VALUE;
	}

}
