package io.github.corsstarter.cli.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.util.ResourceUtils;
import org.yaml.snakeyaml.reader.UnicodeReader;

/**
 * Finds files of configuration where a build has them: the class path of the application
 * is, for its configuration, the folders of the files that are named. Files are described
 * by their path from the working directory.
 */
final class FileLoader extends DefaultResourceLoader {

	private static final Path HERE = Path.of("").toAbsolutePath();

	private final List<Path> folders;

	FileLoader(List<Path> files) {
		this.folders = files.stream().map((file) -> file.toAbsolutePath().normalize().getParent()).distinct().toList();
	}

	@Override
	public Resource getResource(String location) {
		if (location.startsWith(ResourceUtils.FILE_URL_PREFIX)) {
			Resource resource = super.getResource(location);
			try {
				return new NamedFile(resource.getFile().toPath());
			}
			catch (IOException ex) {
				return resource;
			}
		}
		if (location.startsWith(ResourceUtils.CLASSPATH_URL_PREFIX)) {
			return inFolders(location.substring(ResourceUtils.CLASSPATH_URL_PREFIX.length()));
		}
		return super.getResource(location);
	}

	private Resource inFolders(String path) {
		String relative = path.startsWith("/") ? path.substring(1) : path;
		for (Path folder : this.folders) {
			if (Files.exists(folder.resolve(relative))) {
				return new NamedFile(folder.resolve(relative));
			}
		}
		return new NamedFile(this.folders.get(0).resolve(relative));
	}

	/**
	 * Returns a short name of a file.
	 * @param file the file
	 * @return its path from the working directory, if it is below
	 */
	static String name(Path file) {
		Path absolute = file.toAbsolutePath().normalize();
		return (absolute.startsWith(HERE) ? HERE.relativize(absolute) : absolute).toString();
	}

	private static final class NamedFile extends FileSystemResource {

		private NamedFile(Path file) {
			super(file);
		}

		@Override
		public InputStream getInputStream() throws IOException {
			String name = name(getFile().toPath());
			String ending = name.toLowerCase(Locale.ROOT);
			if (!ending.endsWith(".yml") && !ending.endsWith(".yaml")) {
				return super.getInputStream();
			}
			byte[] bytes = Files.readAllBytes(getFile().toPath());
			YamlExpansion.check(text(bytes, name), name);
			return new ByteArrayInputStream(bytes);
		}

		private static String text(byte[] bytes, String name) throws IOException {
			try (Reader reader = new UnicodeReader(new ByteArrayInputStream(bytes))) {
				StringWriter text = new StringWriter();
				reader.transferTo(text);
				return text.toString();
			}
			catch (CharacterCodingException ex) {
				throw new UnusableInputException(name + " cannot be read: it is no text in UTF-8.", ex);
			}
		}

		@Override
		public String getDescription() {
			return "file [" + name(getFile().toPath()) + "]";
		}

	}

}
