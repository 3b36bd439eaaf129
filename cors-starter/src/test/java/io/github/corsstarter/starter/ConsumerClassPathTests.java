package io.github.corsstarter.starter;

import java.io.File;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the one dependency brings to an application: this module's own class path is that
 * of a consumer, with what these tests run on.
 */
class ConsumerClassPathTests {

	@ParameterizedTest
	@ValueSource(strings = { "org.apache.hc.client5.http.classic.HttpClient", "org.apache.http.client.HttpClient",
			"org.eclipse.jetty.client.HttpClient", "reactor.netty.http.client.HttpClient", "okhttp3.OkHttpClient",
			"jakarta.servlet.Filter", "org.springframework.web.servlet.DispatcherServlet",
			"org.springframework.web.reactive.DispatcherHandler", "org.springframework.boot.SpringApplication" })
	void classPathWhenStarterIsTheOnlyDependencyShouldNotHave(String name) {
		assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> Class.forName(name));
	}

	@Test
	void classPathWhenStarterIsTheOnlyDependencyShouldHaveTheStarter() {
		assertThat(getClass().getResource("/io/github/corsstarter/autoconfigure/effective_tld_names.dat")).isNotNull();
	}

	@Test
	void classPathWhenStarterIsTheOnlyDependencyShouldBeSmall() {
		assertThat(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.map((entry) -> new File(entry).getName())
			.filter((name) -> name.endsWith(".jar"))
			.filter((name) -> !name.startsWith("junit-") && !name.startsWith("assertj-")
					&& !name.startsWith("byte-buddy") && !name.startsWith("opentest4j")
					&& !name.startsWith("apiguardian"))
			.map((name) -> name.replaceAll("-[0-9].*", "")))
			.containsOnly("jspecify", "cors-starter-core", "cors-starter-autoconfigure");
	}

}
