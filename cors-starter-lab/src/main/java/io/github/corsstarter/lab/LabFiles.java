package io.github.corsstarter.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * All files of the lab. They are looked up by name in what was read at the start: no text
 * of a request ever becomes a name of a file.
 */
final class LabFiles {

	/**
	 * Where they are on the class path: no place that an application serves by itself.
	 */
	static final String LOCATION = "META-INF/cors-lab/";

	private final Map<String, LabFile> files;

	private LabFiles(Map<String, LabFile> files) {
		this.files = files;
	}

	static LabFiles read() {
		try {
			PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver(
					LabFiles.class.getClassLoader());
			Map<String, LabFile> files = new TreeMap<>();
			for (Resource resource : resolver.getResources("classpath:" + LOCATION + "*.*")) {
				String name = Objects.requireNonNull(resource.getFilename());
				files.put(name, new LabFile(name, resource.getContentAsString(StandardCharsets.UTF_8)));
			}
			return new LabFiles(files);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The lab's files cannot be read", ex);
		}
	}

	/**
	 * Finds a file.
	 * @param path the undecoded path, with a slash in front
	 * @param lab where the lab is
	 * @return the file, or {@code null} where the path is none of the lab's
	 */
	@Nullable LabFile find(String path, String lab) {
		if (!path.startsWith(lab)) {
			return null;
		}
		String rest = path.substring(lab.length());
		if (rest.isEmpty() || rest.equals("/")) {
			return this.files.get(LabFile.PAGE);
		}
		return rest.startsWith("/") ? this.files.get(rest.substring(1)) : null;
	}

}
