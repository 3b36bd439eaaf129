package io.github.corsstarter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that imports run one way, package by package: what stands further down is known
 * by what stands further up, never the reverse, so that there is no cycle.
 */
class ArchitectureTests {

	private static final String ROOT = "io.github.corsstarter";

	private static final int MAX_TYPES = 15;

	/** What each package may import, beside itself and the JDK. */
	private static final Map<String, List<String>> IMPORTS = Map.ofEntries(
			Map.entry("", List.of("rules", "policy", "origin", "path", "fetch", "text")),
			Map.entry(".explain", List.of("", "browser", "rules", "policy", "origin", "path", "fetch", "text")),
			Map.entry(".diff", List.of("", "explain", "rules", "policy", "origin", "path", "fetch", "text")),
			Map.entry(".rules", List.of("policy", "origin", "path", "fetch", "text")),
			Map.entry(".policy", List.of("text")), Map.entry(".browser", List.of("fetch")),
			Map.entry(".text", List.of("origin")),
			Map.entry(".console", List.of("", "explain", "policy", "origin", "text")), Map.entry(".fetch", List.of()),
			Map.entry(".origin", List.of()), Map.entry(".path", List.of()));

	private static final JavaClasses CORE = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	static Stream<String> packages() {
		return CORE.stream().map(JavaClass::getPackageName).distinct().sorted();
	}

	@ParameterizedTest
	@MethodSource("packages")
	void packageWhenImportingShouldKnowOnlyWhatStandsBelow(String name) {
		// Whatever is not named is out: Servlet, WebFlux, Boot, Jackson, Spring, a
		// logger.
		assertThat(IMPORTS).as("a new package says here what it may import").containsKey(name.substring(ROOT.length()));
		List<String> imports = IMPORTS.getOrDefault(name.substring(ROOT.length()), List.of());
		String[] known = Stream
			.concat(Stream.of(name, "java..", "org.jspecify.annotations.."),
					imports.stream().map((other) -> other.isEmpty() ? ROOT : ROOT + "." + other))
			.toArray(String[]::new);
		classes().that()
			.resideInAPackage(name)
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage(known)
			.check(CORE);
	}

	@ParameterizedTest
	@MethodSource("packages")
	void packageWhenCountedShouldSayOneThing(String name) {
		assertThat(CORE.stream()
			.filter((type) -> type.getPackageName().equals(name) && type.isTopLevelClass()
					&& !type.getSimpleName().equals("package-info"))
			.map(JavaClass::getSimpleName)).hasSizeLessThanOrEqualTo(MAX_TYPES);
	}

	@Test
	void packagesWhenImportingShouldMakeNoCycle() {
		slices().matching("io.github.(**)").should().beFreeOfCycles().check(CORE);
	}

	@Test
	void coreWhenImportedShouldRunNoRegularExpression() {
		noClasses().should().dependOnClassesThat().resideInAnyPackage("java.util.regex..").check(CORE);
	}

	@Test
	void sourcesWhenReadShouldKnowNothingOfSpringBoot() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
			// The ids of rules are stable; what breaks them is looked for elsewhere.
			assertThat(files.filter(Files::isRegularFile).filter((file) -> !file.endsWith("rules/Rule.java")))
				.hasSizeGreaterThan(100)
				.allSatisfy((file) -> assertThat(Files.readString(file)).doesNotContain("actuator", "CrossOrigin",
						"filter-order", "spring.profiles"));
		}
	}

	@Test
	void staticFieldsWhenDeclaredShouldBeFinal() {
		fields().that().areStatic().should().beFinal().check(CORE);
	}

}
