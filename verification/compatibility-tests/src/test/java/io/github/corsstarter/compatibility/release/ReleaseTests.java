package io.github.corsstarter.compatibility.release;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;

import io.github.corsstarter.compatibility.Documents;
import io.github.corsstarter.compatibility.Maven;
import io.github.corsstarter.compatibility.Programs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The dry run of a release: a copy of the project is built, signed and handed over as
 * {@code docs/releasing.md} says, with a throw-away key, to a stand-in for Maven Central.
 * What arrives is held against what Central asks for. The bundle stays in {@code target}.
 */
class ReleaseTests {

	private static final Map<String, String> CHECKSUMS = Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256",
			"sha512", "SHA-512");

	private static final List<String> ASKED_FOR = List.of("/project/url", "/project/licenses/license/name",
			"/project/licenses/license/url", "/project/developers/developer/name", "/project/scm/url",
			"/project/scm/connection", "/project/scm/developerConnection");

	private static final String PARENT = "cors-starter-parent";

	@TempDir
	private static Path folder;

	private static ThrowAwayKey key;

	private static String refused;

	private static List<String> uploads;

	private static String log;

	private static Bundle bundle;

	private static Map<String, Pom> deployed;

	@BeforeAll
	static void release() throws IOException {
		Programs.require("gpg", "gnupg");
		key = ThrowAwayKey.make(folder);
		FreshClone clone = FreshClone.installed();
		ReleaseBuild build = new ReleaseBuild(clone.project());
		refused = build.refuse();
		clone.fillIn(ThrowAwayKey.NAME);
		clone.setVersion(ReleaseBuild.version());
		try (StandInForCentral central = StandInForCentral.start()) {
			log = Files.readString(build.deploy(key, central));
			uploads = central.uploads();
		}
		Path kept = Files.copy(build.bundle(), Path.of("target/central-bundle.zip"),
				StandardCopyOption.REPLACE_EXISTING);
		bundle = Bundle.unpack(kept, folder.resolve("bundle"), ReleaseBuild.version());
		deployed = Pom.deployed(Documents.of(""));
	}

	@AfterAll
	static void discardKey() throws IOException {
		if (key != null) {
			key.close();
		}
	}

	@Test
	void releaseWhenUploadedShouldWaitForAPersonToPublishIt() {
		assertThat(uploads).singleElement()
			.asString()
			.contains("name=CORS Starter " + ReleaseBuild.version())
			.contains("publishingType=USER_MANAGED");
		assertThat(log).doesNotContain("warning:");
	}

	@Test
	void bundleWhenBuiltShouldHoldWhatIsDeployedAndNothingElse() throws IOException {
		List<String> expected = new ArrayList<>(deployed.keySet());
		expected.add(PARENT);
		assertThat(bundle.artifacts()).containsExactlyInAnyOrderElementsOf(
				expected.stream().map((artifact) -> "io/github/corsstarter/" + artifact).toList());
		for (String artifact : expected) {
			assertThat(bundle.file(artifact, ".pom")).isRegularFile();
		}
	}

	@Test
	void pomWhenDeployedShouldSayWhatCentralAsksFor() throws IOException {
		Pom parent = bundle.pom(PARENT);
		for (String artifact : deployed.keySet()) {
			Pom pom = bundle.pom(artifact);
			assertThat(pom.text("/project/name")).as(artifact).isNotEmpty();
			assertThat(pom.text("/project/description")).as(artifact).isNotEmpty();
			boolean inherits = pom.texts("/project/parent/artifactId").contains(PARENT);
			for (String path : ASKED_FOR) {
				String text = pom.texts(path).isEmpty() && inherits ? parent.text(path) : pom.text(path);
				assertThat(text).as(artifact + path).isNotEmpty().doesNotContain("OWNER", "${");
			}
		}
	}

	@Test
	void jarWhenDeployedShouldComeWithSourcesDocumentationAndLicence() throws IOException {
		for (String artifact : jars()) {
			for (String ending : List.of(".jar", "-sources.jar", "-javadoc.jar")) {
				assertEntry(bundle.file(artifact, ending), "META-INF/LICENSE", "LICENSE");
				if (!isShaded(artifact) || !ending.equals(".jar")) {
					assertEntry(bundle.file(artifact, ending), "META-INF/NOTICE", "NOTICE");
				}
			}
		}
		assertThat(holds("cors-starter-core", "-sources.jar", "io/github/corsstarter/CorsEngine.java")).isTrue();
		assertThat(holds("cors-starter-core", "-javadoc.jar", "io/github/corsstarter/CorsEngine.html")).isTrue();
	}

	@Test
	void commandLineWhenDeployedShouldCarryTheNoticesOfWhatItBrings() throws IOException {
		String own = Files.readString(Documents.of("NOTICE")).strip();
		String notices = entry(bundle.file("cors-starter-cli", ".jar"), "META-INF/NOTICE");
		assertThat(notices).startsWith(own).contains("Jackson JSON processor", "Netty/Common library");
		assertThat(notices.substring(own.length())).doesNotContain("CORS Starter");
	}

	@Test
	void packageWhenInternalShouldNeitherBeDocumentedNorCompared() throws IOException {
		Set<String> internal = new TreeSet<>();
		for (String artifact : jars()) {
			for (JavaPackage each : JavaPackage.of(Documents.of(artifact))) {
				if (each.isInternal()) {
					internal.add(each.name());
				}
				assertThat(holds(artifact, "-javadoc.jar", each.path() + "/package-summary.html")).as(each.name())
					.isEqualTo(!each.isInternal());
			}
		}
		Pom root = Pom.read(Documents.of("pom.xml"));
		assertThat(root.text("/project/properties/internal.packages").split(":\\s+"))
			.containsExactlyInAnyOrderElementsOf(internal);
		assertThat(root.texts("//profile[id='api-comparison']//exclude")).containsExactlyInAnyOrderElementsOf(internal);
	}

	@Test
	void fileWhenDeployedShouldBeSignedAndHaveChecksums() throws Exception {
		List<Path> signed = bundle.files().stream().filter((file) -> !isBeside(file)).toList();
		assertThat(signed).hasSizeGreaterThan(4 * jars().size());
		for (Path file : signed) {
			key.verify(file);
			for (Map.Entry<String, String> checksum : CHECKSUMS.entrySet()) {
				assertThat(Path.of(file + "." + checksum.getKey())).hasContent(digest(file, checksum.getValue()));
			}
		}
	}

	@Test
	void jarWhenOnModulePathShouldBeAModuleOfItsOwn() throws IOException {
		Set<String> names = new TreeSet<>();
		Set<String> packages = new TreeSet<>();
		for (String artifact : jars()) {
			ModuleDescriptor module = ModuleFinder.of(bundle.file(artifact, ".jar"))
				.findAll()
				.iterator()
				.next()
				.descriptor();
			assertThat(module.name()).as(artifact).startsWith("io.github.corsstarter").doesNotEndWith(".none");
			assertThat(names.add(module.name())).as(artifact + " as " + module.name()).isTrue();
			for (String name : module.packages()) {
				if (name.startsWith("io.github.corsstarter") && !isShaded(artifact)) {
					assertThat(packages.add(name)).as(name + " in two modules, one of them " + artifact).isTrue();
				}
			}
		}
	}

	@Test
	void bomWhenDeployedShouldManageEveryJarAndNothingElse() throws IOException {
		Pom bom = bundle.pom("cors-starter-bom");
		assertThat(bom.texts("/project/parent")).isEmpty();
		assertThat(bom.text("/project/version")).isEqualTo(ReleaseBuild.version());
		String managed = "/project/dependencyManagement/dependencies/dependency/";
		assertThat(bom.texts(managed + "artifactId")).containsExactlyInAnyOrderElementsOf(jars());
		assertThat(bom.texts(managed + "groupId")).containsOnly("io.github.corsstarter");
		assertThat(bom.texts(managed + "version")).containsOnly("${project.version}");
		assertThat(bom.texts(managed + "scope")).isEmpty();
	}

	@Test
	void jarWhenDeployedShouldComeWithBillOfMaterials() throws IOException {
		if (Maven.isOffline()) {
			System.out.println("Skipped: Maven is offline, and the bill of materials needs a network");
			Assumptions.abort("Maven is offline");
		}
		for (String artifact : jars()) {
			assertThat(bundle.file(artifact, "-cyclonedx.json")).content().contains("CycloneDX", '"' + artifact + '"');
		}
	}

	@Test
	void releaseWhenOwnerFilledInNothingShouldBeRefused() {
		assertThat(refused).contains("Fill in owner and repository", "Fill in gpg.keyname", "docs/releasing.md",
				"RequireReleaseVersion failed");
	}

	private static List<String> jars() {
		return deployed.entrySet().stream().filter((each) -> each.getValue().isJar()).map(Map.Entry::getKey).toList();
	}

	// The command line brings the other modules along.
	private static boolean isShaded(String artifact) {
		return artifact.equals("cors-starter-cli");
	}

	private static boolean isBeside(Path file) {
		String name = file.toString();
		String ending = name.substring(name.lastIndexOf('.') + 1);
		return ending.equals("asc") || CHECKSUMS.containsKey(ending);
	}

	private static String digest(Path file, String algorithm) throws IOException, GeneralSecurityException {
		return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file)));
	}

	private static void assertEntry(Path jar, String entry, String original) throws IOException {
		assertThat(entry(jar, entry)).as(jar + "!/" + entry).isEqualTo(Files.readString(Documents.of(original)));
	}

	private static String entry(Path jar, String name) throws IOException {
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			assertThat(zip.getEntry(name)).as(jar + "!/" + name).isNotNull();
			return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static boolean holds(String artifact, String ending, String entry) throws IOException {
		try (ZipFile zip = new ZipFile(bundle.file(artifact, ending).toFile())) {
			return zip.getEntry(entry) != null;
		}
	}

}
