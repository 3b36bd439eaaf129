package io.github.corsstarter.compatibility.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A package of a module's main sources, with types of its own.
 *
 * @param name its name
 * @param description what its package-info.java says
 */
record JavaPackage(String name, String description) {

	/**
	 * Returns the packages of a module.
	 * @param module the module's folder
	 * @return its packages
	 */
	static List<JavaPackage> of(Path module) throws IOException {
		Path sources = module.resolve("src/main/java");
		List<JavaPackage> packages = new ArrayList<>();
		if (Files.isDirectory(sources)) {
			try (Stream<Path> files = Files.walk(sources)) {
				for (Path file : files.filter(JavaPackage::describesTypes).toList()) {
					Path relative = sources.relativize(file.resolveSibling(""));
					packages
						.add(new JavaPackage(relative.toString().replaceAll("[/\\\\]", "."), Files.readString(file)));
				}
			}
		}
		return packages;
	}

	private static boolean describesTypes(Path file) {
		String[] beside = file.resolveSibling("").toFile().list();
		return file.endsWith("package-info.java") && beside != null && beside.length > 1;
	}

	boolean isInternal() {
		return this.description.contains("Internal:");
	}

	String path() {
		return this.name.replace('.', '/');
	}

}
