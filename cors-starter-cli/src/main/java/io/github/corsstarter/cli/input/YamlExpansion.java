package io.github.corsstarter.cli.input;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Counts the values that a file of YAML says once its aliases are replaced by what they
 * stand for. Spring writes every value of a file out: a few lines of aliases of aliases
 * would fill any memory, and an alias within its own anchor has no end.
 */
final class YamlExpansion {

	/** Far more than a configuration has, and fewer than fill a small memory. */
	private static final long MAX_VALUES = 1_000_000;

	private final String name;

	private final Map<String, Long> sizes = new HashMap<>();

	private final Deque<Open> open = new ArrayDeque<>();

	private long total;

	private YamlExpansion(String name) {
		this.name = name;
	}

	/**
	 * Checks a file.
	 * @param text what the file holds
	 * @param name the file's name, for messages
	 * @throws UnusableInputException if aliases make too much of it
	 */
	static void check(String text, String name) {
		if (text.indexOf('&') < 0 || text.indexOf('*') < 0) {
			return;
		}
		LoaderOptions options = new LoaderOptions();
		options.setCodePointLimit(Integer.MAX_VALUE);
		YamlExpansion expansion = new YamlExpansion(name);
		try {
			new Yaml(options).parse(new StringReader(text)).forEach(expansion::accept);
		}
		catch (YAMLException ex) {
			// Spring meets the same, and says where.
		}
	}

	private void accept(Event event) {
		if (event instanceof DocumentStartEvent) {
			this.sizes.clear();
			this.total = 0;
		}
		else if (event instanceof CollectionStartEvent start) {
			this.open.push(new Open(start.getAnchor(), this.total));
			count(1);
		}
		else if (event instanceof CollectionEndEvent) {
			Open closed = this.open.pop();
			keep(closed.anchor(), this.total - closed.before());
		}
		else if (event instanceof ScalarEvent scalar) {
			keep(scalar.getAnchor(), 1);
			count(1);
		}
		else if (event instanceof AliasEvent alias) {
			count(size(alias));
		}
	}

	private long size(NodeEvent alias) {
		String anchor = alias.getAnchor();
		if (this.open.stream().anyMatch((each) -> anchor.equals(each.anchor()))) {
			throw new UnusableInputException(this.name + " cannot be read: line " + (alias.getStartMark().getLine() + 1)
					+ " has the alias *" + anchor + " within what the anchor &" + anchor + " stands for.");
		}
		return this.sizes.getOrDefault(anchor, 1L);
	}

	private void keep(@Nullable String anchor, long size) {
		if (anchor != null) {
			this.sizes.put(anchor, size);
		}
	}

	private void count(long values) {
		this.total += values;
		if (this.total > MAX_VALUES) {
			throw new UnusableInputException(
					this.name + " cannot be read: its aliases stand for more than " + MAX_VALUES + " values.");
		}
	}

	/**
	 * A list or map that has not ended.
	 */
	private record Open(@Nullable String anchor, long before) {
	}

}
