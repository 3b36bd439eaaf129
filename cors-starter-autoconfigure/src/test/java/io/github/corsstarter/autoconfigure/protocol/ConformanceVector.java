package io.github.corsstarter.autoconfigure.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A case of the protocol: policies, a request and what is to come back.
 *
 * @param id the case's id, whose lower-cased form its paths start with
 * @param json the whole case
 */
record ConformanceVector(String id, JsonNode json) {

	static List<ConformanceVector> all() {
		try (InputStream in = ConformanceVector.class.getResourceAsStream("/conformance/requests.json")) {
			List<ConformanceVector> vectors = new ArrayList<>();
			for (JsonNode node : JsonMapper.shared().readTree(in)) {
				vectors.add(new ConformanceVector(node.get("id").asString(), node));
			}
			return vectors;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The policies of all cases as properties of one application.
	 */
	static Map<String, Object> properties(List<ConformanceVector> vectors) {
		Map<String, Object> properties = new LinkedHashMap<>();
		for (ConformanceVector vector : vectors) {
			int index = 0;
			for (JsonNode policy : vector.json.get("policies")) {
				String prefix = "cors.policies." + vector.key() + "-" + index++ + ".";
				policy.properties().forEach((entry) -> put(properties, prefix + entry.getKey(), entry.getValue()));
			}
		}
		return properties;
	}

	private static void put(Map<String, Object> properties, String name, JsonNode value) {
		if (!value.isArray()) {
			properties.put(name, value.asString());
			return;
		}
		for (int i = 0; i < value.size(); i++) {
			properties.put(name + "[" + i + "]", value.get(i).asString());
		}
	}

	String key() {
		return this.id.toLowerCase(Locale.ROOT);
	}

	String method() {
		return this.json.at("/request/method").asString();
	}

	String path() {
		return this.json.at("/request/path").asString();
	}

	List<Map.Entry<String, String>> requestHeaders() {
		return pairs("/request/headers");
	}

	List<Map.Entry<String, String>> handlerSets() {
		return pairs("/context/handler_sets");
	}

	List<Map.Entry<String, String>> responseBefore() {
		return pairs("/context/response_before");
	}

	int handlerStatus() {
		return this.json.at("/context/handler_status").asInt(200);
	}

	JsonNode expect() {
		return this.json.get("expect");
	}

	boolean containerDependent() {
		return this.json.path("container_dependent").asBoolean(false);
	}

	private List<Map.Entry<String, String>> pairs(String pointer) {
		List<Map.Entry<String, String>> pairs = new ArrayList<>();
		for (JsonNode pair : this.json.at(pointer)) {
			pairs.add(Map.entry(pair.get(0).asString(), pair.get(1).asString()));
		}
		return pairs;
	}

	@Override
	public String toString() {
		return this.id;
	}

}
