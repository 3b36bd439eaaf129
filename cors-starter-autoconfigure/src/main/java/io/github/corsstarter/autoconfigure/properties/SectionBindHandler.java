package io.github.corsstarter.autoconfigure.properties;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.corsstarter.rules.Rule;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Notes where each value comes from. One that cannot be converted is reported, and the
 * binding goes on as if it had not been written.
 */
final class SectionBindHandler implements BindHandler {

	private final BoundSection section;

	private final LocatedFindings findings;

	SectionBindHandler(BoundSection section, LocatedFindings findings) {
		this.section = section;
		this.findings = findings;
	}

	@Override
	public Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
		ConfigurationProperty property = property(name, context);
		if (property != null) {
			this.section.add(name, property);
		}
		return result;
	}

	@Override
	public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Exception error) {
		Class<?> type = target.getType().resolve(Object.class);
		ConfigurationProperty property = property(name, context);
		if (error instanceof UnboundConfigurationPropertiesException unbound) {
			unbound.getUnboundProperties().stream().limit(1).forEach(this::reportGap);
			this.findings.unreadable(name, PropertyNames.lastKey(name));
		}
		else if (Record.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)) {
			reportSection(name);
		}
		else {
			this.findings.add(Rule.INVALID_VALUE, name, property, message(type), advice(type));
			this.findings.unreadable(name, PropertyNames.lastKey(name));
		}
		return null;
	}

	/**
	 * Returns the property that was read last, if it is the one of this name and not that
	 * of an entry of a list. Boot's own handler compares the names, which may differ in
	 * brackets here.
	 */
	private static @Nullable ConfigurationProperty property(ConfigurationPropertyName name, BindContext context) {
		ConfigurationProperty property = context.getConfigurationProperty();
		return (property != null && property.getName().getNumberOfElements() == name.getNumberOfElements()) ? property
				: null;
	}

	private void reportSection(ConfigurationPropertyName name) {
		ConfigurationProperty property = this.findings.find(name);
		if (property != null && String.valueOf(property.getValue()).isBlank()) {
			// A section whose keys are all left out is YAML's null.
			return;
		}
		this.findings.add(Rule.INVALID_VALUE, name, property, "has keys of its own, and takes no value",
				"Write the keys below it, each with its value.");
		if (PropertyNames.POLICIES.isAncestorOf(name)) {
			this.findings.unreadable(name, "paths");
			this.findings.unreadable(name, "allowed-origins");
		}
	}

	private void reportGap(ConfigurationProperty property) {
		this.findings.add(Rule.INVALID_VALUE, property.getName(), property,
				"is an entry of a list in which an entry before it is missing",
				"Number the entries from 0 without a gap.");
	}

	private static String message(Class<?> type) {
		if (type == boolean.class || type == Boolean.class) {
			return "is neither true nor false";
		}
		if (type == Duration.class) {
			return "is no time";
		}
		if (type.isEnum()) {
			return "is not one of " + choices(type);
		}
		if (type == int.class) {
			return "is no whole number";
		}
		return Collection.class.isAssignableFrom(type) ? "is no list" : "cannot be read as " + type.getSimpleName();
	}

	private static String advice(Class<?> type) {
		if (type == boolean.class || type == Boolean.class) {
			return "Write true or false.";
		}
		if (type == Duration.class) {
			return "Write a number with a unit, as 30m or 2h; a bare number is seconds.";
		}
		return type.isEnum() ? "Write one of them." : "Write one, or delete the key.";
	}

	private static String choices(Class<?> type) {
		return Arrays.stream(type.getEnumConstants())
			.map((constant) -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
			.collect(Collectors.joining(", "));
	}

}
