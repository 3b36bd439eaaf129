package io.github.corsstarter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what is packaged, and for what every command does alike.
 */
class PackagedJarTests {

	private static final long MEGABYTE = 1024 * 1024;

	@TempDir
	private Path folder;

	@Test
	void jarWhenPackagedShouldBeSmallAndHoldNoWebServer() throws IOException {
		assertThat(Files.size(Cli.JAR)).isLessThan(25 * MEGABYTE);
		try (ZipFile jar = new ZipFile(Cli.JAR.toFile())) {
			List<String> names = jar.stream().map(ZipEntry::getName).toList();
			assertThat(names).contains("META-INF/LICENSE", "META-INF/NOTICE")
				.noneMatch((name) -> name.startsWith("jakarta/servlet/") || name.startsWith("org/springframework/web/")
						|| name.startsWith("org/apache/catalina/") || name.startsWith("io/netty/"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "17", "25" })
	void jvmWhenItStartsShouldWarnOfNothing(String release) throws IOException {
		String java = java(release);
		Cli cli = new Cli(this.folder).on(java).file("application.yml", Configurations.WARNED);
		assertThat(cli.run("check").hasExitCode(0).err()).isEmpty();
		assertThat(cli.run("check", "--format", "json").hasExitCode(0).err()).isEmpty();
	}

	private static String java(String release) throws IOException {
		if (String.valueOf(Runtime.version().feature()).equals(release)) {
			return Path.of(System.getProperty("java.home"), "bin", "java").toString();
		}
		try (var jdks = Files.list(Path.of("/usr/lib/jvm"))) {
			List<Path> found = jdks.filter((jdk) -> jdk.getFileName().toString().contains(release))
				.map((jdk) -> jdk.resolve("bin/java"))
				.filter(Files::isExecutable)
				.toList();
			if (found.isEmpty()) {
				System.out.println("Skipped: there is no JDK " + release);
				Assumptions.abort("No JDK " + release);
			}
			return found.get(0).toString();
		}
	}

	@Test
	void helpWhenAskedForShouldBeAResult() {
		Cli cli = new Cli(this.folder);
		assertThat(cli.run("--help").hasExitCode(0).out()).contains("check", "explain", "diff", "edge", "scan",
				"Begin with");
		for (String command : List.of("check", "explain", "edge")) {
			Cli.Result result = cli.run(command, "--help").hasExitCode(0);
			assertThat(result.out()).contains("Usage: cors-starter-cli " + command)
				.contains("--config")
				.contains("Exit code");
			assertThat(result.err()).isEmpty();
		}
		assertThat(cli.run("--version").hasExitCode(0).out())
			.isEqualTo("cors-starter-cli " + System.getProperty("project.version") + "\n");
		assertThat(cli.run("generate-completion").hasExitCode(0).out()).contains("--fail-on");
	}

	@Test
	void startWhenLittleIsAskedShouldLoadLittle() throws IOException {
		Cli cli = new Cli(this.folder).file("application.yml", Configurations.SHOP)
			.with("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=classes.txt");
		cli.run("--version").hasExitCode(0);
		assertThat(loaded()).hasSizeLessThan(1700)
			.noneMatch((name) -> name.startsWith("org.springframework.") || name.startsWith("tools.jackson."));
		cli.run("check").hasExitCode(0);
		assertThat(loaded()).hasSizeLessThan(3200)
			.noneMatch((name) -> name.startsWith("tools.jackson.") || name.startsWith("java.net.http.")
					|| name.startsWith("io.github.corsstarter.edge.") || name.startsWith("io.github.corsstarter.scan.")
					|| name.startsWith("io.github.corsstarter.diff."));
	}

	/**
	 * The names of the classes of the last run: a measure of its start that does not
	 * depend on the machine.
	 */
	private List<String> loaded() throws IOException {
		try (var lines = Files.lines(this.folder.resolve("classes.txt"))) {
			return lines.map((line) -> line.substring(line.lastIndexOf(']') + 1).strip().split(" ", 2)[0]).toList();
		}
	}

	@Test
	void usageWhenWrongShouldNameTheArgument() {
		Cli cli = new Cli(this.folder).file("application.yml", Configurations.SHOP);
		assertThat(cli.run().hasExitCode(2).err()).contains("Name a command");
		assertThat(cli.run("chek").hasExitCode(2).err()).contains("'chek'").contains("check");
		assertThat(cli.run("check", "--fail-on", "info").hasExitCode(2).err()).contains("'--fail-on'")
			.contains("\"info\" is not one of error, warning");
		assertThat(cli.run("check", "--format", "xml").hasExitCode(2).err()).contains("text, json, sarif");
	}

	@Test
	void outputWhenItIsNoTerminalShouldHaveNoColours() {
		Cli cli = new Cli(this.folder).file("application.yml", Configurations.WRONG);
		assertThat(cli.run("check").out()).doesNotContain("\u001b");
		assertThat(cli.with("CLICOLOR_FORCE", "1").run("check").out()).contains("\u001b[");
		assertThat(cli.with("CLICOLOR_FORCE", "0").with("NO_COLOR", "1").run("check").out()).doesNotContain("\u001b");
	}

	@Test
	void outputWhenConfigurationIsHostileShouldKeepTheTerminal() {
		Cli cli = new Cli(this.folder).file("application.yml", """
				cors:
				  policies:
				    api:
				      paths: [/api/**]
				      allowed-origins: ["https://a.example.com\\e[2J\\u202e"]
				""");
		assertThat(cli.run("check").hasExitCode(1).out()).doesNotContain("\u001b")
			.doesNotContain("\u202e")
			.contains("?");
	}

	@Test
	void debugWhenAskedForShouldPrintTheStackTrace() {
		assertThat(new Cli(this.folder).run("check", "--config", "gone.yml", "--debug").hasExitCode(2).err())
			.contains("\tat ");
	}

}
