package io.github.corsstarter.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ScanCommand}.
 */
class ScanCommandTests {

	private static final String DENIED = "cors:\n  policies:\n    closed:\n      paths: [/api/**]\n      mode: deny\n";

	@TempDir
	private Path folder;

	private final AtomicInteger requests = new AtomicInteger();

	private HttpServer server;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", (exchange) -> {
			this.requests.incrementAndGet();
			exchange.sendResponseHeaders(403, -1);
			exchange.close();
		});
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void scanWhenSiteDoesWhatPoliciesSayShouldBeFine() {
		Cli.Result result = cli(DENIED).run("scan", url(), "--rate", "1000").hasExitCode(0);
		assertThat(result.out()).contains("CORS scan of " + url()).contains("application.yml");
		assertThat(result.err()).contains(" requests");
	}

	@Test
	void scanWhenSiteGivesLessShouldWriteEveryReport() throws IOException {
		cli(Configurations.SHOP)
			.run("scan", url(), "--rate", "1000", "--paths", "/api/orders", "--json", "r.json", "--sarif", "r.sarif",
					"--junit", "r.xml")
			.hasExitCode(1);
		assertThat(JsonMapper.shared().readTree(this.folder.resolve("r.json")).at("/findings/0/severity").asString())
			.isEqualTo("error");
		assertThat(Files.readString(this.folder.resolve("r.sarif"))).contains("\"application.yml\"");
		assertThat(Files.readString(this.folder.resolve("r.xml"))).contains("<testsuite");
	}

	@Test
	void scanWhenOnlyPlannedShouldSendNothing() {
		assertThat(cli(Configurations.SHOP).run("scan", url(), "--plan").hasExitCode(0).out()).contains("/shop/api")
			.contains("OPTIONS");
		assertThat(this.requests).hasValue(0);
	}

	@Test
	void scanWhenSiteDoesNotAnswerShouldBeInconclusive() {
		String url = url();
		this.server.stop(0);
		cli(DENIED).run("scan", url, "--rate", "1000").hasExitCode(3);
	}

	@Test
	void scanWhenArgumentIsWrongShouldSayWhich() {
		Cli cli = cli(DENIED);
		assertThat(cli.run("scan").hasExitCode(2).err()).contains("URL");
		assertThat(cli.run("scan", "ftp://api.example.com").hasExitCode(2).err()).contains("ftp://api.example.com");
		assertThat(cli.run("scan", url(), "--rate", "0").hasExitCode(2).err()).contains("rate");
		assertThat(cli.run("scan", url(), "--cacert", "gone.pem").hasExitCode(2).err()).startsWith("--cacert: ");
	}

	private Cli cli(String configuration) {
		return new Cli(this.folder).file("application.yml", configuration);
	}

	private String url() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

}
