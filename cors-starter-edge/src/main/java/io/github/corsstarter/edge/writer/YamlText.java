package io.github.corsstarter.edge.writer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes maps, lists and values as YAML.
 */
public final class YamlText {

	private final StringBuilder text = new StringBuilder();

	private YamlText() {
	}

	/**
	 * Writes a document.
	 * @param document maps, lists, texts, numbers and booleans
	 * @return lines in block style
	 */
	public static String of(Map<String, ?> document) {
		YamlText yaml = new YamlText();
		yaml.write(document, 0);
		return yaml.text.toString();
	}

	/**
	 * Makes a map that keeps its order.
	 * @param entries keys and values in turn
	 */
	public static Map<String, ?> map(Object... entries) {
		Map<String, Object> map = new LinkedHashMap<>();
		for (int i = 0; i < entries.length; i += 2) {
			map.put((String) entries[i], entries[i + 1]);
		}
		return map;
	}

	private void write(Map<?, ?> map, int indent) {
		map.forEach((key, value) -> {
			this.text.append(" ".repeat(indent)).append(key).append(':');
			writeValue(value, indent);
		});
	}

	private void writeValue(Object value, int indent) {
		if (value instanceof Map<?, ?> map && !map.isEmpty()) {
			this.text.append('\n');
			write(map, indent + 2);
		}
		else if (value instanceof List<?> list && !list.isEmpty()) {
			this.text.append('\n');
			list.forEach((item) -> writeItem(item, indent));
		}
		else {
			this.text.append(' ').append(scalar(value)).append('\n');
		}
	}

	private void writeItem(Object item, int indent) {
		this.text.append(" ".repeat(indent)).append("- ");
		if (item instanceof Map<?, ?> map) {
			// The first key stands behind the dash, the others below it.
			int start = this.text.length();
			write(map, indent + 2);
			this.text.delete(start, start + indent + 2);
		}
		else {
			this.text.append(scalar(item)).append('\n');
		}
	}

	private static String scalar(Object value) {
		if (value instanceof Map) {
			return "{}";
		}
		if (value instanceof List) {
			return "[]";
		}
		return (value instanceof String string) ? quote(string) : String.valueOf(value);
	}

	/**
	 * Quotes a text, as JSON does, which is YAML, too.
	 */
	static String quote(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '"' || c == '\\') {
				quoted.append('\\').append(c);
			}
			else if (c < ' ' || c > '~') {
				quoted.append("\\u%04x".formatted((int) c));
			}
			else {
				quoted.append(c);
			}
		}
		return quoted.append('"').toString();
	}

}
