package io.github.corsstarter.compatibility.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.corsstarter.compatibility.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What runs on GitHub runs anywhere: workflows call what {@code .ci/run} and the
 * documents call, and nothing else.
 */
class WorkflowTests {

	private static final Pattern SECRET = Pattern.compile("secrets\\.(\\w+)");

	private static final Pattern PINNED = Pattern.compile("[\\w-]+/[\\w/-]+@[0-9a-f]{40}");

	@ParameterizedTest
	@MethodSource("workflows")
	void workflowWhenRunShouldCallWhatIsDocumented(Path file) throws IOException {
		List<String> documented = documentedLines();
		for (Map<?, ?> step : steps(file)) {
			if (step.containsKey("run")) {
				assertThat(documented).contains(String.valueOf(step.get("run")).strip());
			}
			else {
				assertThat(String.valueOf(step.get("uses"))).matches(PINNED);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("workflows")
	void workflowWhenRunShouldOnlyReadTheRepository(Path file) throws IOException {
		assertThat(map(load(file), "permissions")).isEqualTo(Map.of("contents", "read"));
		// A text of somebody else's pull request in a command would be run.
		for (Map<?, ?> step : steps(file)) {
			assertThat(String.valueOf(step.get("run"))).doesNotContain("${{");
		}
	}

	@Test
	void buildWhenRunShouldTryEachLongTermJdk() throws IOException {
		Map<?, ?> build = map(map(load(Documents.of(".github/workflows/build.yml")), "jobs"), "build");
		assertThat(map(map(build, "strategy"), "matrix")).isEqualTo(Map.of("java", List.of(17, 21, 25)));
	}

	@Test
	void secretWhenUsedShouldBeNamedInDocument() throws IOException {
		String releasing = Files.readString(Documents.of("docs/releasing.md"));
		Set<String> secrets = new HashSet<>();
		for (Path file : workflows().toList()) {
			Matcher matcher = SECRET.matcher(Files.readString(file));
			while (matcher.find()) {
				secrets.add(matcher.group(1));
			}
		}
		assertThat(secrets).hasSize(4).allSatisfy((secret) -> assertThat(releasing).contains("`" + secret + "`"));
	}

	@Test
	void placeholderWhenLeftToTheOwnerShouldStandInOneFile() throws IOException {
		List<String> files = new ArrayList<>();
		try (Stream<Path> all = Files.walk(Documents.of(""), 3)) {
			for (Path file : all.filter(Files::isRegularFile).filter((each) -> !isGenerated(each)).toList()) {
				if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("OWNER/REPOSITORY")) {
					files.add(String.valueOf(file.getFileName()));
				}
			}
		}
		assertThat(files).containsExactlyInAnyOrder("pom.xml", "releasing.md");
	}

	@Test
	void updatesWhenConfiguredShouldCoverLibrariesAndActions() throws IOException {
		assertThat(list(load(Documents.of(".github/dependabot.yml")), "updates"))
			.extracting((update) -> ((Map<?, ?>) update).get("package-ecosystem"))
			.map(String::valueOf)
			.containsExactly("maven", "github-actions");
	}

	@ParameterizedTest
	@MethodSource("forms")
	void formWhenFilledInShouldBeComplete(Path file) throws IOException {
		Map<?, ?> form = load(file);
		assertThat(form.keySet()).map(String::valueOf).containsExactly("name", "description", "labels", "body");
		Set<Object> ids = new HashSet<>();
		for (Object element : list(form, "body")) {
			Map<?, ?> field = (Map<?, ?>) element;
			Map<?, ?> attributes = map(field, "attributes");
			if ("markdown".equals(field.get("type"))) {
				assertThat(attributes.get("value")).isNotNull();
				continue;
			}
			assertThat(field.get("type")).isIn("input", "textarea", "dropdown", "checkboxes");
			assertThat(attributes.get("label")).isNotNull();
			assertThat(ids.add(field.get("id"))).isTrue();
		}
		assertThat(ids).isNotEmpty();
	}

	private static List<String> documentedLines() throws IOException {
		List<String> lines = new ArrayList<>(List.of(".ci/run"));
		for (Path document : Documents.all()) {
			Documents.blocks(document, "sh").forEach(lines::addAll);
		}
		return lines.stream().map(String::strip).toList();
	}

	private static List<Map<?, ?>> steps(Path file) throws IOException {
		List<Map<?, ?>> steps = new ArrayList<>();
		for (Object job : map(load(file), "jobs").values()) {
			for (Object step : list((Map<?, ?>) job, "steps")) {
				steps.add((Map<?, ?>) step);
			}
		}
		assertThat(steps).isNotEmpty();
		return steps;
	}

	private static boolean isGenerated(Path file) {
		return file.toString().contains("target") || file.toString().contains(".git/");
	}

	private static Map<?, ?> load(Path file) throws IOException {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		Map<?, ?> loaded = new Yaml(new SafeConstructor(options)).load(Files.readString(file));
		return Objects.requireNonNull(loaded, file.toString());
	}

	private static Map<?, ?> map(Map<?, ?> of, String key) {
		return (Map<?, ?>) value(of, key);
	}

	private static Collection<?> list(Map<?, ?> of, String key) {
		return (Collection<?>) value(of, key);
	}

	private static Object value(Map<?, ?> of, String key) {
		return Objects.requireNonNull(of.get(key), key);
	}

	static Stream<Path> workflows() throws IOException {
		return files(".github/workflows");
	}

	static Stream<Path> forms() throws IOException {
		return files(".github/ISSUE_TEMPLATE").filter((file) -> !file.endsWith("config.yml"));
	}

	private static Stream<Path> files(String folder) throws IOException {
		try (Stream<Path> files = Files.list(Documents.of(folder))) {
			return files.sorted().toList().stream();
		}
	}

}
