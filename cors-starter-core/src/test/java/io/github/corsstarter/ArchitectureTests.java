package io.github.corsstarter;

import java.util.Arrays;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that imports run one way: from the core to origins, paths and Fetch's tables, and
 * from those to the JDK alone.
 */
class ArchitectureTests {

	private static final String ROOT = "io.github.corsstarter";

	private static final String[] JDK = { "java..", "org.jspecify.annotations.." };

	private static final JavaClasses CORE = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	@Test
	void coreWhenImportedShouldKnowNoFramework() {
		assertThat(CORE).hasSizeGreaterThan(40);
		// Whatever is not named here is out: Servlet, WebFlux, Boot, Jackson, Spring, a
		// logger.
		check(classes().should().onlyDependOnClassesThat().resideInAnyPackage(with(JDK, ROOT + "..")));
	}

	@Test
	void originsWhenImportedShouldKnowTheJdkOnly() {
		check(inPackage("origin").onlyDependOnClassesThat().resideInAnyPackage(with(JDK, ROOT + ".origin")));
	}

	@Test
	void pathsWhenImportedShouldKnowTheJdkOnly() {
		check(inPackage("path").onlyDependOnClassesThat().resideInAnyPackage(with(JDK, ROOT + ".path")));
	}

	@Test
	void tablesOfFetchWhenImportedShouldKnowTheJdkOnly() {
		check(inPackage("fetch").onlyDependOnClassesThat().resideInAnyPackage(with(JDK, ROOT + ".fetch")));
	}

	@Test
	void coreWhenImportedShouldRunNoRegularExpression() {
		check(noClasses().should().dependOnClassesThat().resideInAnyPackage("java.util.regex.."));
	}

	@Test
	void staticFieldsWhenDeclaredShouldBeFinal() {
		check(fields().that().areStatic().should().beFinal());
	}

	private static void check(ArchRule rule) {
		rule.check(CORE);
	}

	private static ClassesShould inPackage(String name) {
		return classes().that().resideInAPackage(ROOT + "." + name).should();
	}

	private static String[] with(String[] packages, String other) {
		String[] all = Arrays.copyOf(packages, packages.length + 1);
		all[packages.length] = other;
		return all;
	}

}
