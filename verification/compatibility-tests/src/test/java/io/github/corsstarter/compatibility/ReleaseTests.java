package io.github.corsstarter.compatibility;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a release consists of, built in a copy of the project.
 */
class ReleaseTests {

	private static final String MODULES = "cors-starter-core,cors-starter-autoconfigure,cors-starter,cors-starter-test";

	@TempDir
	private Path clone;

	@Test
	void packageWhenReleasedShouldComeWithSourcesJavadocAndBillOfMaterials() throws Exception {
		ProjectCopy.make(Documents.of(""), this.clone);
		Path log = this.clone.resolve("build.log");
		Maven.run(this.clone, Path.of(Maven.property("outer.repository")), log, "package", "-Prelease",
				"-Dmaven.test.skip=true", "-pl", MODULES);
		assertThat(Files.readString(log)).doesNotContain("warning:");
		assertContains("cors-starter-core", "sources", "io/github/corsstarter/CorsEngine.java");
		assertContains("cors-starter-core", "javadoc", "io/github/corsstarter/CorsEngine.html");
		assertContains("cors-starter-autoconfigure", "sources",
				"io/github/corsstarter/autoconfigure/CorsAutoConfiguration.java");
		assertContains("cors-starter-autoconfigure", "javadoc",
				"io/github/corsstarter/autoconfigure/CorsAutoConfiguration.html");
		assertContains("cors-starter-test", "javadoc", "io/github/corsstarter/test/CorsAssertions.html");
		if (Maven.isOffline()) {
			System.out.println("Skipped: Maven is offline, and the bill of materials needs a network");
			Assumptions.abort("Maven is offline");
		}
		for (String module : MODULES.split(",", -1)) {
			Path target = this.clone.resolve(module).resolve("target");
			assertThat(Files.readString(target.resolve("bom.json"))).contains("CycloneDX", "\"" + module + "\"");
		}
	}

	private void assertContains(String module, String classifier, String entry) throws Exception {
		String name = module + "-" + Maven.property("project.version") + "-" + classifier + ".jar";
		try (ZipFile jar = new ZipFile(this.clone.resolve(module).resolve("target").resolve(name).toFile())) {
			assertThat(jar.getEntry(entry)).as(name + "!/" + entry).isNotNull();
		}
	}

}
