package io.github.corsstarter.integration;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the sources of all modules are laid out. What each package may import is said by
 * the modules' own {@code ArchitectureTests}; this is what holds for every one of them.
 */
class HouseTests {

	private static final Path ROOT = Path.of("../..");

	private static final int MAX_TYPES = 15;

	private static final Pattern IMPORT = Pattern
		.compile("(?m)^import (?:static )?(io\\.github\\.corsstarter\\.[^;]+);");

	private static final Pattern COMMENT_OR_IMPORT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^import .*?;");

	/** The sources of each package. */
	private static final Map<String, List<Path>> PACKAGES = new TreeMap<>();

	@BeforeAll
	static void read() throws IOException {
		try (DirectoryStream<Path> modules = Files.newDirectoryStream(ROOT, "cors-starter*")) {
			for (Path module : modules) {
				Path sources = module.resolve("src/main/java");
				if (Files.isDirectory(sources)) {
					readModule(sources);
				}
			}
		}
		assertThat(PACKAGES).containsKeys("io.github.corsstarter", "io.github.corsstarter.cli",
				"io.github.corsstarter.edge", "io.github.corsstarter.lab", "io.github.corsstarter.test");
	}

	private static void readModule(Path sources) throws IOException {
		try (Stream<Path> folders = Files.walk(sources).filter(Files::isDirectory)) {
			for (Path folder : folders.toList()) {
				try (Stream<Path> files = Files.list(folder)) {
					List<Path> types = files.filter((file) -> file.toString().endsWith(".java"))
						.filter((file) -> !file.endsWith("package-info.java"))
						.toList();
					if (!types.isEmpty()) {
						String name = sources.relativize(folder).toString().replaceAll("[/\\\\]", ".");
						assertThat(PACKAGES.put(name, types)).as("%s is in one module", name).isNull();
					}
				}
			}
		}
	}

	@Test
	void packageWhenCountedShouldSayOneThing() {
		assertThat(PACKAGES).allSatisfy((name, types) -> assertThat(types).hasSizeLessThanOrEqualTo(MAX_TYPES));
	}

	@Test
	void packagesWhenTheyImportEachOtherShouldMakeNoCycle() throws IOException {
		Map<String, Set<String>> imports = new TreeMap<>();
		for (String name : PACKAGES.keySet()) {
			imports.put(name, imports(name));
		}
		// What imports none of those that are left cannot be on a cycle.
		Set<String> left = new HashSet<>(imports.keySet());
		while (left.removeIf((name) -> imports.get(name).stream().noneMatch(left::contains))) {
			imports.keySet().retainAll(left);
		}
		assertThat(imports).as("packages on a cycle, or above one").isEmpty();
	}

	private static Set<String> imports(String name) throws IOException {
		Set<String> imports = new TreeSet<>();
		for (Path type : PACKAGES.get(name)) {
			String source = Files.readString(type);
			// What a comment alone speaks of is nothing that the code needs.
			Set<String> words = new HashSet<>(List.of(COMMENT_OR_IMPORT.matcher(source).replaceAll("").split("\\W+")));
			IMPORT.matcher(source)
				.results()
				.map((found) -> found.group(1))
				.filter((imported) -> words.contains(imported.substring(imported.lastIndexOf('.') + 1)))
				.forEach((imported) -> imports.add(packageOf(imported)));
		}
		imports.remove(name);
		return imports;
	}

	/**
	 * Returns the package of a type, or of what is within one.
	 */
	private static String packageOf(String imported) {
		String name = imported;
		while (!PACKAGES.containsKey(name)) {
			assertThat(name).as(imported).contains(".");
			name = name.substring(0, name.lastIndexOf('.'));
		}
		return name;
	}

}
