package io.github.corsstarter.scan.report;

import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Writes JSON of maps, lists, texts, numbers, booleans and {@code null}, indented.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
final class Json {

	private final StringBuilder text = new StringBuilder();

	private Json() {
	}

	static String write(Map<String, ?> object) {
		Json json = new Json();
		json.value(object, "");
		return json.text.append('\n').toString();
	}

	private void value(@Nullable Object value, String indent) {
		if (value instanceof Map<?, ?> map) {
			entries('{', '}', map.entrySet().iterator(), indent);
		}
		else if (value instanceof Iterable<?> list) {
			entries('[', ']', list.iterator(), indent);
		}
		else if (value instanceof CharSequence characters) {
			string(characters);
		}
		else {
			this.text.append(value);
		}
	}

	private void entries(char open, char close, Iterator<?> entries, String indent) {
		this.text.append(open);
		boolean empty = !entries.hasNext();
		String deeper = indent + "  ";
		while (entries.hasNext()) {
			this.text.append('\n').append(deeper);
			Object entry = entries.next();
			if (entry instanceof Map.Entry<?, ?> named) {
				string(String.valueOf(named.getKey()));
				this.text.append(": ");
				value(named.getValue(), deeper);
			}
			else {
				value(entry, deeper);
			}
			this.text.append(entries.hasNext() ? "," : "");
		}
		this.text.append(empty ? "" : "\n" + indent).append(close);
	}

	private void string(CharSequence characters) {
		this.text.append('"');
		for (int i = 0; i < characters.length(); i++) {
			char c = characters.charAt(i);
			if (c == '"' || c == '\\') {
				this.text.append('\\').append(c);
			}
			// Beyond ASCII there are line ends of JavaScript and halves of characters.
			else if (c < ' ' || c > '~') {
				this.text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
			}
			else {
				this.text.append(c);
			}
		}
		this.text.append('"');
	}

}
