package io.github.corsstarter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.corsstarter.edge.EdgeTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EdgeCommand}.
 */
class EdgeCommandTests {

	@TempDir
	private Path folder;

	@Test
	void edgeWhenWrittenShouldBeUpToDate() throws IOException {
		cli().run("edge", "nginx", "--out", "deploy/nginx").hasExitCode(0);
		Path file = this.folder.resolve("deploy/nginx/cors-http.conf");
		String written = Files.readString(file);
		assertThat(written).contains("/shop/api").contains("shop[.]example[.]com");
		cli().run("edge", "nginx", "--out", "deploy/nginx", "--check").hasExitCode(0);
		Files.writeString(file, written.replace("shop[.]example", "other[.]example"));
		String changed = Files.readString(file);
		Cli.Result result = cli().run("edge", "nginx", "--out", "deploy/nginx", "--check").hasExitCode(1);
		assertThat(result.out()).contains("--- deploy/nginx/cors-http.conf").contains("@@");
		assertThat(result.out().lines()).anyMatch((line) -> line.startsWith("+") && line.contains("shop[.]example"));
		assertThat(file).hasContent(changed);
	}

	@Test
	void edgeWhenFileIsMissingShouldDiffer() {
		cli().run("edge", "haproxy", "--out", "none", "--check").hasExitCode(1);
		assertThat(this.folder.resolve("none")).doesNotExist();
	}

	@Test
	void edgeWhenBasePathAndCaseAreGivenShouldWriteThem() throws IOException {
		cli().run("edge", "caddy", "--out", ".", "--base-path", "/other", "--ignore-path-case").hasExitCode(0);
		assertThat(Files.readString(this.folder.resolve("cors.caddy"))).doesNotContain("shop/")
			.contains("~^/other/(?:A|a)");
	}

	@Test
	void edgeWhenBasePathIsNoPathShouldNameTheOption() {
		assertThat(cli().run("edge", "caddy", "--out", ".", "--base-path", "*").hasExitCode(2).err())
			.startsWith("--base-path: ");
	}

	@Test
	void edgeWhenTargetIsUnknownShouldListTheTargets() {
		String err = cli().run("edge", "iis", "--out", ".").hasExitCode(2).err();
		for (EdgeTarget target : EdgeTarget.values()) {
			assertThat(err).contains(target.id());
		}
	}

	@Test
	void edgeWhenFolderIsNotNamedShouldNameTheOption() {
		assertThat(cli().run("edge", "nginx").hasExitCode(2).err()).contains("--out");
	}

	private Cli cli() {
		return new Cli(this.folder).file("application.yml", Configurations.SHOP);
	}

}
