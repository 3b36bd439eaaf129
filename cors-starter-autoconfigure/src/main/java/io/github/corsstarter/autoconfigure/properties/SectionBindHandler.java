package io.github.corsstarter.autoconfigure.properties;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.autoconfigure.properties.source.Placeholder;
import io.github.corsstarter.autoconfigure.properties.source.PropertyNames;
import io.github.corsstarter.rules.Rule;
import io.github.corsstarter.text.Codes;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.PlaceholdersResolver;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Notes where each value comes from. One that cannot be converted is reported, and the
 * binding goes on as if it had not been written.
 */
final class SectionBindHandler implements BindHandler {

	private final BoundSection section;

	private final PlaceholdersResolver placeholders;

	private final LocatedFindings findings;

	SectionBindHandler(BoundSection section, PlaceholdersResolver placeholders, LocatedFindings findings) {
		this.section = section;
		this.placeholders = placeholders;
		this.findings = findings;
	}

	@Override
	public Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
		ConfigurationProperty property = property(name, context);
		if (property != null) {
			this.section.add(name, property);
		}
		return (result instanceof List<?> list) ? resolved(name, list) : result;
	}

	/**
	 * Splits entries at commas that came out of placeholders. Placeholders that nothing
	 * came out of are reported, and left out.
	 */
	private List<String> resolved(ConfigurationPropertyName name, List<?> bound) {
		List<String> entries = new ArrayList<>();
		List<Integer> indexes = new ArrayList<>();
		for (int i = 0; i < bound.size(); i++) {
			String entry = String.valueOf(bound.get(i));
			ConfigurationProperty property = this.section.find(name, i);
			Placeholder written = (property != null) ? Placeholder.in(property.getValue()) : null;
			if (property == null || written == null) {
				entries.add(entry);
			}
			else if (!property.getName().isLastElementIndexed()) {
				// One value for the whole list, which Boot has split.
				addResolved(name, property, written, bound.stream().map(String::valueOf), entries);
				return entries;
			}
			else {
				addResolved(name, property, written, Arrays.stream(entry.split(",")), entries);
			}
			while (indexes.size() < entries.size()) {
				indexes.add(i);
			}
		}
		this.section.written(name, indexes);
		return entries;
	}

	private void addResolved(ConfigurationPropertyName name, ConfigurationProperty property, Placeholder written,
			Stream<String> parts, List<String> entries) {
		List<String> values = parts.map(String::strip).filter((part) -> !part.isEmpty()).toList();
		if (values.isEmpty()) {
			reportPlaceholder(name, property, written.resolvedToNothing(), written);
		}
		for (String value : values) {
			Placeholder left = Placeholder.in(value);
			if (left != null) {
				reportPlaceholder(name, property, left.notResolved(), left);
			}
			else {
				entries.add(value);
			}
		}
	}

	private void reportPlaceholder(ConfigurationPropertyName name, ConfigurationProperty property, String message,
			Placeholder placeholder) {
		this.findings.add(Rule.UNRESOLVED_PLACEHOLDER, this.section.spelled(property), property, message,
				placeholder.advice());
		this.findings.unreadable(name, PropertyNames.lastKey(name));
	}

	@Override
	public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
			Exception error) {
		Class<?> type = target.getType().resolve(Object.class);
		ConfigurationProperty property = property(name, context);
		if (error instanceof UnboundConfigurationPropertiesException unbound) {
			// Of a key below an entry the scan has told.
			unbound.getUnboundProperties()
				.stream()
				.filter((unread) -> unread.getName().isLastElementIndexed())
				.limit(1)
				.forEach(this::reportGap);
			this.findings.unreadable(name, PropertyNames.lastKey(name));
		}
		else if (Record.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)) {
			reportSection(name);
		}
		else {
			Placeholder left = (property != null)
					? Placeholder.in(this.placeholders.resolvePlaceholders(property.getValue())) : null;
			if (left != null) {
				this.findings.add(Rule.UNRESOLVED_PLACEHOLDER, name, property, left.notResolved(), left.advice());
			}
			else {
				this.findings.add(Rule.INVALID_VALUE, name, property, message(type), advice(type));
			}
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
			return Arrays.stream(type.getEnumConstants())
				.map((constant) -> Codes.of((Enum<?>) constant))
				.collect(Collectors.joining(", ", "is not one of ", ""));
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

}
