package io.github.corsstarter.compatibility;

import java.nio.file.Path;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rows of the table "How paths are mapped" in docs/coexistence.md on every line of
 * Spring Boot that has the option. The applications try them in tests of their own, which
 * run when the applications are built: one JVM tries all.
 */
class PathMatchingTests {

	@ParameterizedTest(name = "{1} on {0}")
	@CsvSource({ "3.5.16, matching, 19", "4.0.7, matching, 15", "4.1.1, matching, 15", "3.5.16, matching-webflux, 5",
			"4.0.7, matching-webflux, 4", "4.1.1, matching-webflux, 4" })
	void buildWhenLineHasOptionsShouldHaveTriedEachOfThem(String line, String application, int options)
			throws Exception {
		Element suite = report(ConsumerBuild.folder(line, application));
		assertThat(suite.getAttribute("tests")).isEqualTo(Integer.toString(options));
		assertThat(suite.getAttribute("failures")).isEqualTo("0");
		assertThat(suite.getAttribute("errors")).isEqualTo("0");
		assertThat(suite.getAttribute("skipped")).isEqualTo("0");
	}

	private static Element report(Path folder) throws Exception {
		Path file = folder.resolve("surefire-reports/TEST-com.example.matching.MatchingTests.xml");
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()).getDocumentElement();
	}

}
