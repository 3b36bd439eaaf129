package io.github.corsstarter.autoconfigure;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import org.springframework.boot.autoconfigure.AutoConfiguration;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * Which way imports run.
 */
@AnalyzeClasses(packages = "io.github.corsstarter", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	private static final String ROOT = "io.github.corsstarter.autoconfigure";

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
	static final ArchRule coreKnowsNothingOfAdapters = noClasses().that()
		.resideOutsideOfPackage(ROOT + "..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage(ROOT + "..");

	@ArchTest
	static final ArchRule coreKnowsNoFramework = noClasses().that()
		.resideOutsideOfPackage(ROOT + "..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("jakarta..", "org.springframework..", "reactor..", "tools.jackson..", "com.fasterxml..",
				"io.micrometer..");

	@ArchTest
	static final ArchRule servletPartsStandAlone = noClasses().that()
		.resideInAPackage(ROOT + ".servlet..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage(ROOT + ".reactive..", "reactor..", "org.springframework.web.reactive..",
				"org.springframework.web.server..");

	@ArchTest
	static final ArchRule reactivePartsStandAlone = noClasses().that()
		.resideInAPackage(ROOT + ".reactive..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage(ROOT + ".servlet..", "jakarta.servlet..", "org.springframework.web.servlet..");

}
