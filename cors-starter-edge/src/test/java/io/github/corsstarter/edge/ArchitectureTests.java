package io.github.corsstarter.edge;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that imports run one way, package by package, so that there is no cycle: a target
 * knows no other target, and what is seen over the wire knows nothing of its judge.
 */
class ArchitectureTests {

	private static final String ROOT = "io.github.corsstarter";

	private static final int MAX_TYPES = 15;

	private static final List<String> WRITERS = List.of("edge.writer", "edge.model", "edge.regex");

	/** What each package may import of this module, beside itself. */
	private static final Map<String, List<String>> IMPORTS = Map.ofEntries(
			Map.entry("edge",
					List.of("edge.nginx", "edge.haproxy", "edge.apache", "edge.caddy", "edge.envoy", "edge.kubernetes",
							"edge.writer", "edge.model")),
			Map.entry("edge.nginx", WRITERS), Map.entry("edge.haproxy", WRITERS), Map.entry("edge.apache", WRITERS),
			Map.entry("edge.caddy", WRITERS), Map.entry("edge.envoy", WRITERS), Map.entry("edge.kubernetes", WRITERS),
			Map.entry("edge.writer", List.of("edge.model")), Map.entry("edge.model", List.of("edge.regex")),
			Map.entry("edge.regex", List.of()),
			Map.entry("scan",
					List.of("scan.report", "scan.judge", "scan.finding", "scan.send", "scan.wire", "scan.plan")),
			Map.entry("scan.report", List.of("scan.finding", "scan.send", "scan.plan")),
			Map.entry("scan.judge",
					List.of("scan.inspect", "scan.evidence", "scan.finding", "scan.send", "scan.wire", "scan.plan")),
			Map.entry("scan.inspect", List.of("scan.evidence", "scan.finding", "scan.wire", "scan.plan")),
			Map.entry("scan.evidence", List.of("scan.finding", "scan.wire", "scan.plan")),
			Map.entry("scan.finding", List.of("scan.plan")), Map.entry("scan.send", List.of("scan.wire", "scan.plan")),
			Map.entry("scan.wire", List.of("scan.plan")), Map.entry("scan.plan", List.of("scan.origins")),
			Map.entry("scan.origins", List.of()));

	private static final JavaClasses MODULE = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT + ".edge", ROOT + ".scan");

	static Stream<String> packages() {
		return MODULE.stream().map(JavaClass::getPackageName).distinct().sorted();
	}

	@ParameterizedTest
	@MethodSource("packages")
	void packageWhenImportingShouldKnowOnlyWhatStandsBelow(String name) {
		String own = name.substring(ROOT.length() + 1);
		assertThat(IMPORTS).as("a new package says here what it may import").containsKey(own);
		String[] others = IMPORTS.keySet()
			.stream()
			.filter((other) -> !other.equals(own) && !IMPORTS.getOrDefault(own, List.of()).contains(other))
			.map((other) -> ROOT + "." + other)
			.toArray(String[]::new);
		classes().that()
			.resideInAPackage(name)
			.should()
			.onlyDependOnClassesThat()
			.resideOutsideOfPackages(others)
			.check(MODULE);
	}

	@ParameterizedTest
	@MethodSource("packages")
	void packageWhenCountedShouldSayOneThing(String name) {
		assertThat(MODULE.stream()
			.filter((type) -> type.getPackageName().equals(name) && type.isTopLevelClass()
					&& !type.getSimpleName().equals("package-info"))
			.map(JavaClass::getSimpleName)).hasSizeLessThanOrEqualTo(MAX_TYPES);
	}

}
