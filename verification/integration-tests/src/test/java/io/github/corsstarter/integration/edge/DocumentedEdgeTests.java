package io.github.corsstarter.integration.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.corsstarter.autoconfigure.CorsPolicyFiles;
import io.github.corsstarter.edge.EdgeConfiguration;
import io.github.corsstarter.edge.EdgeFile;
import io.github.corsstarter.edge.EdgeOptions;
import io.github.corsstarter.edge.EdgeTarget;
import io.github.corsstarter.integration.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileUrlResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The nginx.conf of the documentation, with the policies of the sample.
 */
class DocumentedEdgeTests {

	private static final Path ROOT = Path.of("../..");

	private static final Pattern CONFIGURATION = Pattern.compile("<!-- nginx.conf -->\\n```nginx\\n(.*?)```",
			Pattern.DOTALL);

	@TempDir
	private Path directory;

	@Test
	void nginxWhenConfiguredAsDocumentedShouldDecideBySamplesPolicies() throws IOException {
		Server.NGINX.require();
		Path folder = this.directory;
		for (EdgeFile file : EdgeConfiguration.of(sample().policies(), EdgeOptions.DEFAULTS)
			.to(EdgeTarget.NGINX)
			.files()) {
			Files.writeString(folder.resolve(file.name()), file.content());
		}
		int port = Edge.freePort();
		try (Upstream upstream = Upstream.start((head) -> Upstream.Answer.OK)) {
			String documented = documented().replace("8081", "127.0.0.1:" + port)
				.replace("8080", String.valueOf(upstream.port()));
			Files.writeString(folder.resolve("server.conf"), "daemon off;\npid nginx.pid;\n" + documented.replace(
					"http {", "http {\n  access_log off;\n  client_body_temp_path body;\n  proxy_temp_path proxy;\n"
							+ "  fastcgi_temp_path fastcgi;\n  uwsgi_temp_path uwsgi;\n  scgi_temp_path scgi;"));
			try (Edge edge = Edge.start(Server.NGINX, folder, port)) {
				assertThat(preflight(edge, "https://shop.example.com").status()).isEqualTo(204);
				assertThat(preflight(edge, "https://evil.example").status()).isEqualTo(403);
				Http.Response response = TestRequest.get("/api/orders", "https://shop.example.com").to(port).send();
				assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example.com");
				assertThat(response.header("Access-Control-Expose-Headers")).isEqualTo("X-Total-Count");
			}
		}
	}

	private static Http.Response preflight(Edge edge, String origin) {
		return TestRequest.preflight("/api/orders/1", origin, "PUT").to(edge.port()).send();
	}

	private static String documented() throws IOException {
		Matcher matcher = CONFIGURATION.matcher(Files.readString(ROOT.resolve("docs/edge.md")));
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

	private static CorsPolicyFiles sample() throws IOException {
		StandardEnvironment environment = new StandardEnvironment();
		new YamlPropertySourceLoader()
			.load("application",
					new FileUrlResource(
							ROOT.resolve("cors-starter-sample/src/main/resources/application.yml").toUri().toURL()))
			.stream()
			.findFirst()
			.ifPresent(environment.getPropertySources()::addLast);
		return CorsPolicyFiles.load(environment).orThrow();
	}

}
