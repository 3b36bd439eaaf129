package io.github.corsstarter.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import org.springframework.boot.autoconfigure.AutoConfiguration;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which way imports run: from the adapters to the policies in force, and from those to
 * properties, inspection and diagnostics, which know nothing of each other.
 */
@AnalyzeClasses(packages = "io.github.corsstarter.autoconfigure", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	private static final String ROOT = "io.github.corsstarter.autoconfigure";

	private static final int MAX_TYPES = 15;

	private static final String[] ADAPTERS = { ROOT + ".servlet", ROOT + ".reactive", ROOT + ".actuate",
			ROOT + ".reload", ROOT + ".observe" };

	@ArchTest
	static final ArchRule autoConfigurationsArePublicAndFinal = classes().that()
		.areAnnotatedWith(AutoConfiguration.class)
		.should()
		.bePublic()
		.andShould()
		.haveModifier(JavaModifier.FINAL)
		.andShould()
		.haveSimpleNameEndingWith("AutoConfiguration");

	@ArchTest
	static final ArchRule packagesHaveNoCycles = slices().matching("io.github.corsstarter.(**)")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule propertiesStandAlone = standsAlone("properties");

	@ArchTest
	static final ArchRule inspectionStandsAlone = standsAlone("inspect");

	@ArchTest
	static final ArchRule whatIsAdoptedKnowsInspectionAlone = noClasses().that()
		.resideInAPackage(ROOT + ".adopt..")
		.should()
		.dependOnClassesThat(resideInAPackage(ROOT + "..")
			.and(DescribedPredicate.not(resideInAnyPackage(ROOT + ".adopt..", ROOT + ".inspect"))));

	@ArchTest
	static final ArchRule diagnosticsStandAlone = standsAlone("diagnostics");

	@ArchTest
	static final ArchRule policiesInForceKnowNoAdapter = noClasses().that()
		.resideInAPackage(ROOT)
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage(ADAPTERS);

	@ArchTest
	static final ArchRule servletPartsStandAlone = noClasses().that()
		.resideInAnyPackage(ROOT + ".servlet..", ROOT + ".adopt.servlet..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage(ROOT + ".reactive..", ROOT + ".adopt.reactive..", "reactor..",
				"org.springframework.web.reactive..", "org.springframework.web.server..");

	@ArchTest
	static final ArchRule reactivePartsStandAlone = noClasses().that()
		.resideInAnyPackage(ROOT + ".reactive..", ROOT + ".adopt.reactive..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage(ROOT + ".servlet..", ROOT + ".adopt.servlet..", "jakarta.servlet..",
				"org.springframework.web.servlet..");

	@ArchTest
	static void packagesSayOneThing(JavaClasses classes) {
		Map<String, List<String>> types = classes.stream()
			.filter((type) -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
			.collect(Collectors.groupingBy(JavaClass::getPackageName,
					Collectors.mapping(JavaClass::getSimpleName, Collectors.toList())));
		assertThat(types).hasSizeGreaterThan(10)
			.allSatisfy((name, names) -> assertThat(names).as(name).hasSizeLessThanOrEqualTo(MAX_TYPES));
	}

	private static ArchRule standsAlone(String name) {
		return noClasses().that()
			.resideInAPackage(ROOT + "." + name + "..")
			.should()
			.dependOnClassesThat(resideInAPackage(ROOT + "..")
				.and(DescribedPredicate.not(resideInAPackage(ROOT + "." + name + ".."))));
	}

}
