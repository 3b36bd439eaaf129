package io.github.corsstarter.compatibility.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.corsstarter.compatibility.Maven;

/**
 * Releases a copy of the project, by the command of {@code docs/releasing.md}.
 */
final class ReleaseBuild {

	private static final String SERVERS = "<servers><server><id>central</id><username>user</username>"
			+ "<password>secret</password></server>";

	private final Path project;

	ReleaseBuild(Path project) {
		this.project = project;
	}

	/**
	 * The version that the present one leads to.
	 */
	static String version() {
		return Maven.property("project.version").replace("-SNAPSHOT", "");
	}

	/**
	 * Packs and signs everything that is deployed, compiled as it is already, and hands
	 * it over.
	 * @param key what to sign with
	 * @param central where it goes
	 * @return the log
	 */
	Path deploy(ThrowAwayKey key, StandInForCentral central) throws IOException {
		Path log = this.project.resolve("release.log");
		Maven.run(this.project, repository(), log, "-s", settings().toString(), "-Prelease", "-Dmaven.test.skip=true",
				"-Dmaven.main.skip", "-Dmaven.install.skip=true", "-Dgpg.homedir=" + key.home(),
				"-DcentralBaseUrl=" + central.address(), "deploy");
		return log;
	}

	/**
	 * Tries to release and has to fail.
	 * @return what Maven printed
	 */
	String refuse() throws IOException {
		return Maven.fail(this.project, repository(), this.project.resolve("refused.log"), "-Prelease", "-N",
				"-DskipTests", "verify");
	}

	Path bundle() {
		return this.project.resolve("target/central-publishing/central-bundle.zip");
	}

	private static Path repository() {
		return Path.of(Maven.property("outer.repository"));
	}

	// Central's plugin wants a password of the user's settings, which the outer build may
	// need besides.
	private Path settings() throws IOException {
		Path outer = Path.of(Maven.property("outer.settings"));
		String settings = Files.exists(outer) ? Files.readString(outer) : "<settings></settings>";
		String inserted = settings.contains("<servers>") ? settings.replace("<servers>", SERVERS)
				: settings.replace("</settings>", SERVERS + "</servers></settings>");
		return Files.writeString(this.project.resolve("settings.xml"), inserted);
	}

}
