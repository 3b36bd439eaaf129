package io.github.corsstarter.integration.edge;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.edge.EdgeConfiguration;
import io.github.corsstarter.edge.EdgeOptions;
import io.github.corsstarter.edge.EdgeTarget;
import io.github.corsstarter.integration.Http;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What nginx's own rules do to lines that are included: each trap that the file's head
 * names, and the way around it.
 */
class NginxTrapTests {

	private static final String SHOP = "https://shop.example.com";

	private static final String PARTNER = "https://a.partner.example";

	private static final Place TRAPS = new Place("  proxy_cache_path cache keys_zone=cached:1m;", """
			    add_header Strict-Transport-Security max-age=1 always;
			    location /lost/ {
			      include cors-location.conf;
			      proxy_pass http://application;
			    }
			    location /kept/ {
			      include cors-location.conf;
			      add_header Strict-Transport-Security max-age=1 always;
			      proxy_pass http://application;
			    }
			    location ~ ^/numbered/(.*)$ {
			      include cors-location.conf;
			      proxy_pass http://application/up/$1;
			    }
			    location ~ ^/named/(?<rest>.*)$ {
			      include cors-location.conf;
			      proxy_pass http://application/up/$rest;
			    }
			    location /cached/ {
			      include cors-location.conf;
			      proxy_cache cached;
			      proxy_cache_valid 200 1h;
			      proxy_pass http://application;
			    }
			""");

	private static final ConcurrentLinkedQueue<String> ASKED = new ConcurrentLinkedQueue<>();

	@TempDir
	private static Path directory;

	private static Upstream upstream;

	private static Edge edge;

	@BeforeAll
	static void start() {
		Server.NGINX.require();
		CorsPolicySet policies = CorsPolicySet.compile(List.of(CorsPolicySpec.named("shop")
			.paths("/**")
			.allowedOrigins(SHOP, "https://*.partner.example")
			.allowedMethods("GET")
			.build()), CorsSettings.DEFAULTS).orThrow();
		// nginx's worker is nobody, and keeps its cache here.
		directory.toFile().setExecutable(true, false);
		upstream = Upstream.start((head) -> {
			ASKED.add(head.target());
			return new Upstream.Answer(200,
					List.of(new Http.Field("Access-Control-Allow-Origin", head.first("Origin", "none"))));
		});
		edge = Edge.start(Server.NGINX, directory,
				EdgeConfiguration.of(policies, EdgeOptions.DEFAULTS).to(EdgeTarget.NGINX).files(), upstream.port(),
				TRAPS);
	}

	@AfterAll
	static void stop() {
		if (edge != null) {
			edge.close();
			upstream.close();
		}
	}

	@BeforeEach
	void forget() {
		ASKED.clear();
	}

	@Test
	void headerWhenServerAddsItShouldBeLostInTheLocation() {
		Http.Response response = get("/lost/x", SHOP);
		assertThat(response.all("Strict-Transport-Security")).isEmpty();
		assertThat(response.all("Access-Control-Allow-Origin")).containsExactly(SHOP);
	}

	@Test
	void headerWhenLocationAddsItShouldStandBesideThePolicys() {
		for (String origin : List.of(SHOP, "https://evil.example")) {
			assertThat(get("/kept/x", origin).all("Strict-Transport-Security")).containsExactly("max-age=1");
		}
		Http.Response preflight = request("OPTIONS", "/kept/x", SHOP).header("Access-Control-Request-Method", "GET")
			.send();
		assertThat(preflight.all("Strict-Transport-Security")).containsExactly("max-age=1");
		assertThat(preflight.all("Access-Control-Allow-Origin")).containsExactly(SHOP);
	}

	@Test
	void captureWhenNumberedShouldBeOverwrittenAsTheHeadSays() {
		get("/numbered/a/b", SHOP);
		assertThat(ASKED).containsExactly("/up/");
	}

	@Test
	void captureWhenNamedShouldReachTheUpstream() {
		get("/named/a/b", SHOP);
		get("/named/c", "https://evil.example");
		assertThat(ASKED).containsExactly("/up/a/b");
	}

	@Test
	void cacheWhenFilledByOneOriginShouldNotServeItsHeadersToAnother() {
		assertThat(get("/cached/x", SHOP).all("Access-Control-Allow-Origin")).containsExactly(SHOP);
		assertThat(get("/cached/x", PARTNER).all("Access-Control-Allow-Origin")).containsExactly(PARTNER);
		assertThat(get("/cached/x", "https://evil.example").status()).isEqualTo(403);
		Http.Response plain = new Http.Request(edge.port(), "GET", "/cached/x").send();
		assertThat(plain.vary()).containsExactly("origin");
		assertThat(get("/cached/x", SHOP).all("Access-Control-Allow-Origin")).containsExactly(SHOP);
		assertThat(ASKED).containsExactly("/cached/x");
	}

	private static Http.Response get(String path, String origin) {
		return request("GET", path, origin).send();
	}

	private static Http.Request request(String method, String path, String origin) {
		return new Http.Request(edge.port(), method, path).origin(origin);
	}

}
