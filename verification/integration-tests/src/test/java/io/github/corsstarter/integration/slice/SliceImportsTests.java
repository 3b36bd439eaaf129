package io.github.corsstarter.integration.slice;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The slices of both lines of Spring Boot import the filter: the annotations changed
 * their packages with 4.0.
 */
class SliceImportsTests {

	@ParameterizedTest
	@CsvSource({
			"org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureWebMvc, ServletCorsAutoConfiguration",
			"org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureWebMvc, ServletCorsAutoConfiguration",
			"org.springframework.boot.test.autoconfigure.web.reactive.AutoConfigureWebFlux, ReactiveCorsAutoConfiguration",
			"org.springframework.boot.webflux.test.autoconfigure.AutoConfigureWebFlux, ReactiveCorsAutoConfiguration" })
	void sliceShouldImportTheFilter(String annotation, String configuration) throws Exception {
		var imports = getClass().getClassLoader().getResources("META-INF/spring/" + annotation + ".imports");
		StringBuilder lines = new StringBuilder();
		while (imports.hasMoreElements()) {
			lines.append(new String(imports.nextElement().openStream().readAllBytes(),
					java.nio.charset.StandardCharsets.UTF_8));
		}
		assertThat(lines.toString()).contains(".CorsAutoConfiguration\n", "." + configuration + "\n");
	}

}
