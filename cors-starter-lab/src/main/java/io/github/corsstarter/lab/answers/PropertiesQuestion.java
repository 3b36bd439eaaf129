package io.github.corsstarter.lab.answers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.explain.PropertyLocator;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Where does a policy have its values from? The input is the policy's name.
 */
final class PropertiesQuestion implements Questions.Question {

	private static final List<String> KEYS = List.of("paths", "allowed-origins", "allowed-methods", "allowed-headers",
			"exposed-headers", "allow-credentials", "max-age", "on-refusal", "mode");

	private final PropertyLocator locator;

	PropertiesQuestion(PropertyLocator locator) {
		this.locator = locator;
	}

	@Override
	public OperationResponseBody answer(String input) {
		Map<String, Property> properties = new LinkedHashMap<>();
		for (String key : KEYS) {
			properties.put(key, new Property(this.locator.property(input, key), this.locator.locate(input, key)));
		}
		return new Answer(properties);
	}

	/**
	 * The answer.
	 *
	 * @param properties the properties by the policy's keys
	 */
	record Answer(Map<String, Property> properties) implements OperationResponseBody {
	}

	/**
	 * A property.
	 *
	 * @param name its whole name
	 * @param source where it is written or, where it is not, the policy itself
	 */
	record Property(String name, @Nullable String source) {
	}

}
