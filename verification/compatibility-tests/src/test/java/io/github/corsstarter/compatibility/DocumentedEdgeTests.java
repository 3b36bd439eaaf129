package io.github.corsstarter.compatibility;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Does what the documentation tells to get from a configuration to an nginx in front of
 * the sample.
 */
class DocumentedEdgeTests {

	private static final String HTTP = "http {";

	/** For those who may not write where nginx does by default. */
	private static final String OWN_FOLDERS = HTTP + " client_body_temp_path body; proxy_temp_path proxy;"
			+ " fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;";

	@TempDir
	private Path folder;

	@Test
	void nginxWhenSetUpAsDocumentedShouldAnswerInFrontOfTheSample() throws IOException {
		Programs.require("curl", "curl");
		Programs.require("nginx || command -v /usr/sbin/nginx", "nginx-light");
		List<String> lines = lines();
		assertThat(lines).hasSize(5);
		for (String module : List.of("cors-starter-cli", "cors-starter-sample")) {
			Files.createSymbolicLink(this.folder.resolve(module), Documents.of(module).toRealPath());
		}
		assertThat(lines.get(2)).isEqualTo("java -jar cors-starter-sample/target/cors-starter-sample.jar &");
		Path jar = Documents.of("cors-starter-sample/target/cors-starter-sample.jar");
		String port = freePort();
		try (Consumer sample = Consumer.startTomcat(jar)) {
			run(lines.get(0));
			run(lines.get(1)
				.replace("8081", "127.0.0.1:" + port)
				.replace("localhost:8080", "127.0.0.1:" + sample.port())
				.replace(HTTP, OWN_FOLDERS));
			run(lines.get(3));
			try {
				String answer = run(lines.get(4).replace("localhost:8081", "127.0.0.1:" + port));
				assertThat(answer).startsWith("HTTP/1.1 204 ")
					.contains("Server: nginx", "Access-Control-Allow-Origin: https://shop.example.com");
				String refused = lines.get(4).replace("shop.example.com", "evil.example");
				assertThat(run(refused.replace("localhost:8081", "127.0.0.1:" + port))).startsWith("HTTP/1.1 403 ")
					.doesNotContain("Access-Control-Allow");
			}
			finally {
				run(lines.get(3) + " -s quit");
			}
		}
	}

	private static List<String> lines() throws IOException {
		String document = Files.readString(Documents.of("docs/edge.md"));
		String start = "<!-- nginx commands -->\n```sh\n";
		assertThat(document).containsOnlyOnce(start);
		int from = document.indexOf(start) + start.length();
		return document.substring(from, document.indexOf("```", from)).lines().toList();
	}

	private String run(String line) throws IOException {
		ProcessBuilder shell = new ProcessBuilder("sh", "-c", line).directory(this.folder.toFile());
		shell.environment().merge("PATH", "/usr/sbin", (path, sbin) -> path + ":" + sbin);
		// nginx goes on in the background: what it prints there is not waited for.
		Path output = Files.createTempFile(this.folder, "output", ".txt");
		Process process = shell.redirectErrorStream(true).redirectOutput(output.toFile()).start();
		int status = Programs.status(process);
		assertThat(status).as(() -> line + ":\n" + output).isZero();
		return Files.readString(output);
	}

	private static String freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return String.valueOf(socket.getLocalPort());
		}
	}

}
