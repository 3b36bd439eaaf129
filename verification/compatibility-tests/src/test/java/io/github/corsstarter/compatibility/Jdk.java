package io.github.corsstarter.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A Java installation.
 *
 * @param feature its feature version, as 17
 * @param java its launcher
 */
record Jdk(int feature, Path java) {

	/**
	 * The one that runs this test.
	 */
	static final Jdk CURRENT = new Jdk(Runtime.version().feature(),
			Path.of(System.getProperty("java.home"), "bin", "java"));

	/**
	 * Returns the current installation and the first of each other version that is named
	 * by the environment ({@code JAVA_HOME_25_X64}, {@code JAVA25_HOME}) or stands beside
	 * the current one.
	 */
	static List<Jdk> installed() throws IOException {
		List<Jdk> jdks = new ArrayList<>(List.of(CURRENT));
		for (Path home : homes()) {
			int feature = feature(home);
			boolean known = jdks.stream().anyMatch((jdk) -> jdk.feature() == feature);
			if (feature >= 17 && !known) {
				jdks.add(new Jdk(feature, home.resolve("bin").resolve("java")));
			}
		}
		return jdks;
	}

	private static List<Path> homes() throws IOException {
		List<Path> homes = new ArrayList<>();
		System.getenv().forEach((name, value) -> {
			if (name.startsWith("JAVA") && name.contains("HOME") && !value.isEmpty()) {
				homes.add(Path.of(value));
			}
		});
		Path folder = Path.of(System.getProperty("java.home")).toRealPath().getParent();
		try (Stream<Path> siblings = Files.list(folder)) {
			siblings.sorted().forEach(homes::add);
		}
		return homes;
	}

	private static int feature(Path home) throws IOException {
		Path release = home.resolve("release");
		if (!Files.isRegularFile(release) || !Files.isExecutable(home.resolve("bin").resolve("java"))) {
			return 0;
		}
		Properties properties = new Properties();
		try (var in = Files.newInputStream(release)) {
			properties.load(in);
		}
		String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
		return Runtime.Version.parse(version).feature();
	}

	@Override
	public String toString() {
		return "JDK " + this.feature;
	}

}
