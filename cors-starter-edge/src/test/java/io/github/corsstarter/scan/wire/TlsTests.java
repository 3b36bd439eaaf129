package io.github.corsstarter.scan.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.corsstarter.scan.plan.Place;
import io.github.corsstarter.scan.plan.Probe;
import io.github.corsstarter.scan.plan.ProbePlan;
import io.github.corsstarter.scan.plan.Purpose;
import io.github.corsstarter.scan.plan.Site;
import io.github.corsstarter.scan.send.TrustedRoots;
import io.github.corsstarter.scan.send.Exchange;
import io.github.corsstarter.scan.send.Progress;
import io.github.corsstarter.scan.send.Sender;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests of scans over TLS: whom a scan does not know it does not believe.
 */
class TlsTests {

	private static final char[] PASSWORD = "changeit".toCharArray();

	@TempDir
	private static Path directory;

	private static HttpsServer server;

	@BeforeAll
	static void start() throws Exception {
		keytool("-genkeypair", "-alias", "site", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost",
				"-storetype", "PKCS12");
		keytool("-exportcert", "-rfc", "-alias", "site", "-file", directory.resolve("site.pem").toString());
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(directory.resolve("keys.p12"))) {
			keys.load(in, PASSWORD);
		}
		KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		factory.init(keys, PASSWORD);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(factory.getKeyManagers(), null, null);
		server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
		server.setHttpsConfigurator(new HttpsConfigurator(context));
		server.createContext("/", (exchange) -> {
			try (exchange) {
				exchange.sendResponseHeaders(204, -1);
			}
		});
		server.start();
	}

	private static void keytool(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
		command.addAll(List.of(arguments));
		command
			.addAll(List.of("-keystore", directory.resolve("keys.p12").toString(), "-storepass", new String(PASSWORD)));
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(directory.resolve("keytool.log").toFile())
			.start();
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as(Files.readString(directory.resolve("keytool.log"))).isZero();
	}

	@AfterAll
	static void stop() {
		if (server != null) {
			server.stop(0);
		}
	}

	@Test
	void sendWhenCertificateIsNotTrustedShouldHaveNoAnswer() {
		Exchange exchange = send("localhost", null);
		assertThat(exchange.answer()).isNull();
		assertThat(exchange.failure()).startsWith("TLS failed");
	}

	@Test
	void sendWhenRootIsGivenShouldBeAnswered() throws IOException {
		Exchange exchange = send("localhost", TrustedRoots.read(directory.resolve("site.pem")));
		assertThat(exchange.failure()).isNull();
		assertThat(exchange.answer()).isNotNull();
	}

	@Test
	void sendWhenHostIsAnotherShouldHaveNoAnswer() throws IOException {
		Exchange exchange = send("127.0.0.1", TrustedRoots.read(directory.resolve("site.pem")));
		assertThat(exchange.failure()).startsWith("TLS failed");
	}

	@Test
	void readWhenFileHoldsNoCertificateShouldFail() throws IOException {
		Path file = Files.writeString(directory.resolve("none.pem"), "hello\n");
		assertThatIOException().isThrownBy(() -> TrustedRoots.read(file)).withMessageContaining("none.pem");
		Path empty = Files.writeString(directory.resolve("empty.pem"), "");
		assertThatIOException().isThrownBy(() -> TrustedRoots.read(empty)).withMessageContaining("empty.pem");
		assertThatIOException().isThrownBy(() -> TrustedRoots.read(directory.resolve("missing.pem")));
	}

	private static Exchange send(String host, @Nullable SSLContext tls) {
		Place place = new Place("orders", "/api/**", "/api/1");
		Probe probe = new Probe(place, Purpose.PLAIN, "/api/1", "GET", null, null, List.of(), "fresh", "", false);
		Site site = Site.of(URI.create("https://" + host + ":" + server.getAddress().getPort()), "");
		return new Sender(1000, 500, Duration.ofSeconds(20), Secret.NONE, tls)
			.send(new ProbePlan(site, null, List.of(probe), List.of()), Progress.NONE)
			.exchanges()
			.get(0);
	}

}
