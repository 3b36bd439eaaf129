package io.github.corsstarter.compatibility.release;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

import io.github.corsstarter.compatibility.Consumer;
import io.github.corsstarter.compatibility.Documents;
import io.github.corsstarter.compatibility.Maven;
import io.github.corsstarter.compatibility.ProjectCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application outside of the project, made of what the README shows to someone who has
 * only this repository.
 */
class InstallTests {

	private static final Path README = Documents.of("README.md");

	// Not the one that this project is built with.
	private static final String LINE = "3.5.16";

	@TempDir
	private Path folder;

	@Test
	void applicationWhenMadeAsDocumentedShouldBeGoverned() throws Exception {
		Path jar = build(FreshClone.installed().repository());
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			List<String> libraries = zip.stream()
				.map((entry) -> Path.of(entry.getName()).getFileName().toString())
				.filter((name) -> name.startsWith("spring-boot-3") || name.startsWith("cors-starter"))
				.toList();
			String version = Maven.property("project.version") + ".jar";
			assertThat(libraries).containsExactlyInAnyOrder("spring-boot-" + LINE + ".jar", "cors-starter-" + version,
					"cors-starter-autoconfigure-" + version, "cors-starter-core-" + version);
		}
		try (Consumer application = Consumer.startTomcat(jar)) {
			HttpResponse<String> preflight = application.send("OPTIONS", "/api/orders/1", "Origin",
					"https://shop.example.com", "Access-Control-Request-Method", "PUT");
			assertThat(preflight.statusCode()).isEqualTo(204);
			assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
				.contains("https://shop.example.com");
		}
	}

	@Test
	void bomWhenInstalledShouldNotBringTheVersionsThatThisProjectIsBuiltWith() throws IOException {
		String version = Maven.property("project.version");
		Path bom = FreshClone.installed()
			.repository()
			.resolve("io/github/corsstarter/cors-starter-bom")
			.resolve(version)
			.resolve("cors-starter-bom-" + version + ".pom");
		assertThat(Pom.read(bom).texts("/project/parent")).isEmpty();
		assertThat(Pom.read(bom).texts("//dependency/groupId")).containsOnly("io.github.corsstarter");
	}

	@Test
	void dependencyWhenDocumentedForGradleShouldBeThatForMaven() throws IOException {
		List<String> maven = Documents.blocks(README, "xml").get(0);
		String coordinates = maven.subList(1, 4)
			.stream()
			.map(InstallTests::content)
			.reduce((a, b) -> a + ":" + b)
			.get();
		assertThat(Documents.blocks(README, "kotlin").get(0))
			.containsExactly("implementation(\"" + coordinates + "\")");
	}

	private Path build(Path repository) throws IOException {
		ProjectCopy.make(Path.of("consumers"), this.folder);
		Path newcomer = this.folder.resolve("newcomer");
		Path pom = newcomer.resolve("pom.xml");
		List<List<String>> shown = Documents.blocks(README, "xml");
		Files.writeString(pom,
				Files.readString(pom)
					.replace("<!-- dependency of the README -->", ofThisBuild(shown.get(0)))
					.replace("<!-- dependencyManagement of the README -->", ofThisBuild(shown.get(1))));
		Files.write(this.folder.resolve("src/main/resources/application.yml"), Documents.blocks(README, "yaml").get(0));
		Maven.run(newcomer, repository, this.folder.resolve("build.log"), "package", "-Dspring-boot.version=" + LINE);
		return newcomer.resolve("target/newcomer/newcomer.jar");
	}

	// Between two releases the README names the last one.
	private static String ofThisBuild(List<String> xml) {
		String version = "<version>" + Maven.property("project.version") + "</version>";
		return String.join("\n", xml).replaceAll("<version>[^<]*</version>", version);
	}

	private static String content(String element) {
		return element.substring(element.indexOf('>') + 1, element.lastIndexOf('<'));
	}

}
