package io.github.corsstarter.integration;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A real nginx in front, that of Debian's package: on one port it tells what it was asked
 * for, on another it hides that.
 */
@ParameterizedClass
@EnumSource(Stack.class)
class NginxTests {

	private static final Path NGINX = Path.of("/usr/sbin/nginx");

	private static final String PUBLIC = "https://shop.example.org";

	private static Application application;

	private static Process nginx;

	private static int telling;

	private static int hiding;

	@TempDir
	private static Path directory;

	@Parameter
	Stack stack;

	@BeforeParameterizedClassInvocation
	static void start(Stack stack) throws IOException {
		requireNginx();
		application = Application.start(stack, """
				server.forward-headers-strategy: native
				cors.policies.api:
				  paths: /api/**
				  allowed-origins: https://partner.example.com
				""", SameOriginTests.Handlers.class);
		telling = freePort();
		hiding = freePort();
		Path configuration = Files.writeString(directory.resolve("nginx-" + stack + ".conf"), configuration());
		nginx = new ProcessBuilder(NGINX.toString(), "-p", directory.toString(), "-e", "stderr", "-c",
				configuration.toString())
			.redirectErrorStream(true)
			.redirectOutput(directory.resolve("nginx-" + stack + ".log").toFile())
			.start();
		await().atMost(Duration.ofSeconds(20))
			.ignoreExceptions()
			.until(() -> new Http.Request(hiding, "GET", "/").send().status() > 0);
	}

	private static void requireNginx() {
		boolean installed = Files.isExecutable(NGINX);
		if (!installed && "true".equals(System.getenv("CI"))) {
			throw new IllegalStateException(NGINX + " is missing; install the package nginx");
		}
		if (!installed) {
			System.out.println("Skipped: " + NGINX + " is missing; install the package nginx");
		}
		assumeTrue(installed, NGINX + " is missing");
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	/**
	 * As seen from the application, TLS ended here: that is what the proxy tells.
	 */
	private static String configuration() {
		return """
				daemon off;
				pid nginx.pid;
				worker_processes 1;
				events {}
				http {
				  access_log off;
				  client_body_temp_path body;
				  proxy_temp_path proxy;
				  fastcgi_temp_path fastcgi;
				  uwsgi_temp_path uwsgi;
				  scgi_temp_path scgi;
				  server {
				    listen 127.0.0.1:%1$d;
				    location / {
				      proxy_pass http://127.0.0.1:%3$d;
				      proxy_set_header Host $http_host;
				      proxy_set_header X-Forwarded-For $remote_addr;
				      proxy_set_header X-Forwarded-Host $http_host;
				      proxy_set_header X-Forwarded-Proto https;
				      proxy_set_header X-Forwarded-Port 443;
				    }
				  }
				  server {
				    listen 127.0.0.1:%2$d;
				    location / {
				      proxy_pass http://127.0.0.1:%3$d;
				    }
				  }
				}
				""".formatted(telling, hiding, application.port());
	}

	@AfterParameterizedClassInvocation
	static void stop() throws InterruptedException {
		if (nginx != null) {
			nginx.destroy();
			nginx.waitFor(20, TimeUnit.SECONDS);
		}
		if (application != null) {
			application.close();
		}
	}

	@Test
	void postWhenProxyTellsShouldPassFromTheSameOrigin() {
		Http.Response response = post(telling).origin(PUBLIC).send();
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.body()).contains("ordered");
	}

	@Test
	void postWhenProxyTellsShouldBeRefusedFromAnotherOrigin() {
		for (String origin : List.of("http://shop.example.org", "https://shop.example.org:8443",
				"https://evil.example.org")) {
			assertThat(post(telling).origin(origin).send().status()).as(origin).isEqualTo(403);
		}
	}

	@Test
	void postWhenProxyHidesShouldPassWhereTheBrowserTells() {
		assertThat(post(hiding).origin(PUBLIC).send().status()).isEqualTo(403);
		assertThat(post(hiding).origin(PUBLIC).header("Sec-Fetch-Site", "same-origin").send().status()).isEqualTo(200);
		assertThat(post(hiding).origin(PUBLIC).header("Sec-Fetch-Site", "cross-site").send().status()).isEqualTo(403);
	}

	@Test
	void postFromAnAllowedOriginShouldCarryHeadersThroughTheProxy() {
		for (int port : List.of(telling, hiding)) {
			Http.Response response = post(port).origin("https://partner.example.com").send();
			assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("https://partner.example.com");
			assertThat(response.vary()).contains("origin");
		}
	}

	private static Http.Request post(int port) {
		return new Http.Request(port, "POST", "/api/orders").host("shop.example.org");
	}

}
