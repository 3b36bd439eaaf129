package io.github.corsstarter.compatibility.release;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import javax.tools.ToolProvider;

import io.github.corsstarter.compatibility.Maven;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The comparison with the last release, which there is none of yet: a release is made up
 * that had a type more than the present core has.
 */
class ApiComparisonTests {

	private static final String CORE = "cors-starter-core";

	@TempDir
	private Path folder;

	@Test
	void buildWhenATypeOfTheReleaseIsGoneShouldFailAndNameIt() throws IOException {
		FreshClone clone = FreshClone.installed();
		release(clone, "0.0.1", "io.github.corsstarter");
		String output = Maven.fail(clone.project(), clone.repository(), this.folder.resolve("log"), "-pl", CORE,
				"-Dmaven.test.skip=true", "-Dapi.baseline=0.0.1", "verify");
		assertThat(output).contains("io.github.corsstarter.Gone:CLASS_REMOVED");
	}

	@Test
	void buildWhenAnInternalTypeOfTheReleaseIsGoneShouldPass() throws IOException {
		FreshClone clone = FreshClone.installed();
		release(clone, "0.0.2", "io.github.corsstarter.fetch");
		Path log = this.folder.resolve("log");
		Maven.run(clone.project(), clone.repository(), log, "-pl", CORE, "-Dmaven.test.skip=true",
				"-Dapi.baseline=0.0.2", "verify");
		assertThat(log).content().contains("japicmp-maven-plugin");
	}

	private void release(FreshClone clone, String version, String packageName) throws IOException {
		Path ours = clone.repository().resolve("io/github/corsstarter").resolve(CORE);
		String present = Maven.property("project.version");
		Path home = Files.createDirectories(ours.resolve(version));
		Path jar = Files.copy(ours.resolve(present).resolve(CORE + "-" + present + ".jar"),
				home.resolve(CORE + "-" + version + ".jar"));
		Files.writeString(home.resolve(CORE + "-" + version + ".pom"), """
				<project>
				  <modelVersion>4.0.0</modelVersion>
				  <groupId>io.github.corsstarter</groupId>
				  <artifactId>%s</artifactId>
				  <version>%s</version>
				</project>
				""".formatted(CORE, version));
		Path source = Files.writeString(this.folder.resolve("Gone.java"),
				"package %s; public class Gone { }".formatted(packageName));
		assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString())).isZero();
		try (FileSystem entries = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
			Files.copy(this.folder.resolve("Gone.class"), entries.getPath(packageName.replace('.', '/'), "Gone.class"));
		}
	}

}
