package io.github.corsstarter.edge.writer;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.corsstarter.edge.model.EdgeModel;

/**
 * Takes the files of a target, in the order in which they are to be included.
 */
public final class EdgeFiles {

	private final String exactness;

	private final EdgeModel model;

	private final Map<String, String> files = new LinkedHashMap<>();

	/**
	 * Creates an empty set of files.
	 * @param exactness the word for how much of the policies they say
	 * @param model what they say
	 */
	public EdgeFiles(String exactness, EdgeModel model) {
		this.exactness = exactness;
		this.model = model;
	}

	/**
	 * Begins the head of a file.
	 * @param target the target's name and versions
	 */
	public Head head(String target) {
		return new Head(target, this.exactness, this.model);
	}

	/**
	 * Adds a file.
	 * @param name its name
	 * @param content its head and lines
	 */
	public void add(String name, String content) {
		this.files.put(name, content);
	}

	/**
	 * Returns the files by name.
	 */
	public Map<String, String> all() {
		return this.files;
	}

}
