package io.github.corsstarter.compatibility;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

/**
 * The packaged jars in a WAR that is deployed in a plain Tomcat: 10.1 with Spring Boot
 * 3.5 and 11 with 4.x. Error pages come from a filter of Spring Boot there, which stands
 * in front of ours.
 */
class WarTests {

	private static final String SHOP = "https://shop.example.com";

	private static final String SERVER = """
			<Server port="-1">
			  <Service name="Catalina">
			    <Connector port="0" address="127.0.0.1"/>
			    <Engine name="Catalina" defaultHost="localhost">
			      <Host name="localhost" appBase="webapps"/>
			    </Engine>
			  </Service>
			</Server>
			""";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@MethodSource("lines")
	void deployWhenInPlainTomcatShouldGovernEveryAnswer(String line) throws Exception {
		try (Consumer tomcat = deploy(ConsumerBuild.folder(line, "war"))) {
			assertGranted(tomcat, "/shop/api/orders", 200);
			assertGranted(tomcat, "/shop/api/missing", 404);
			assertGranted(tomcat, "/shop/api/teapot", 418);
			assertGranted(tomcat, "/shop/api/failing", 500);
			assertGranted(tomcat, "/shop/api/failing-later", 500);
			assertGranted(tomcat, "/shop/api/failing-filter", 500);
			assertGranted(tomcat, "/shop/api/unavailable", 451);
			assertGranted(tomcat, "/shop/api/begun-anew", 410);
			HttpResponse<String> withoutOrigin = tomcat.send("GET", "/shop/api/failing");
			assertThat(withoutOrigin.statusCode()).isEqualTo(500);
			assertThat(withoutOrigin.headers().allValues("Vary")).containsExactly("Origin");
			assertRefused(tomcat.send("GET", "/shop/api/orders", "Origin", "https://evil.example"));
			assertRefused(tomcat.send("GET", "/shop/nowhere", "Origin", SHOP));
			HttpResponse<String> preflight = tomcat.send("OPTIONS", "/shop/api/orders", "Origin", SHOP,
					"Access-Control-Request-Method", "POST");
			assertThat(preflight.statusCode()).isEqualTo(204);
			assertThat(preflight.headers().allValues("Access-Control-Allow-Origin")).containsExactly(SHOP);
		}
	}

	private Consumer deploy(Path built) throws IOException {
		Files.createDirectories(this.folder.resolve("conf"));
		Files.createDirectories(this.folder.resolve("webapps"));
		Files.createDirectories(this.folder.resolve("temp"));
		Files.writeString(this.folder.resolve("conf/server.xml"), SERVER);
		Files.copy(built.resolve("war.war"), this.folder.resolve("webapps/shop.war"));
		try (Stream<Path> unpacked = Files.list(built.resolve("tomcat"))) {
			return Consumer.startDeployed(unpacked.findFirst().orElseThrow(), this.folder);
		}
	}

	private static void assertGranted(Consumer tomcat, String path, int status) throws Exception {
		HttpResponse<String> response = tomcat.send("GET", path, "Origin", SHOP);
		assertThat(response.statusCode()).as(path).isEqualTo(status);
		assertThat(response.headers().allValues("Access-Control-Allow-Origin")).as(path).containsExactly(SHOP);
		assertThat(response.headers().allValues("Access-Control-Allow-Credentials")).as(path).containsExactly("true");
		assertThat(response.headers().allValues("Access-Control-Expose-Headers")).as(path)
			.containsExactly("X-Total-Count");
		// Spring MVC adds more where it finds no handler.
		assertThat(response.headers().allValues("Vary")).as(path).singleElement(STRING).contains("Origin");
	}

	private static void assertRefused(HttpResponse<String> response) {
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
		assertThat(response.body()).doesNotContain("first");
	}

	static Stream<String> lines() {
		return Stream.of(System.getProperty("lines").split(", ", -1));
	}

}
