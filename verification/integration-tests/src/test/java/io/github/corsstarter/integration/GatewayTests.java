package io.github.corsstarter.integration;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spring Cloud Gateway, both variants, in front of an upstream with CORS headers of its
 * own.
 */
@ParameterizedClass
@EnumSource(names = { "TOMCAT", "NETTY" })
class GatewayTests {

	private static final String SHOP = "https://shop.example.com";

	private static final String OTHER = "https://other.example.com";

	private static HttpServer upstream;

	private static Application gateway;

	@Parameter
	Stack stack;

	@BeforeParameterizedClassInvocation
	static void start(Stack stack) throws IOException {
		upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		upstream.createContext("/", (exchange) -> {
			exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
			exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "https://upstream.example.com");
			exchange.getResponseHeaders().add("Access-Control-Allow-Credentials", "true");
			exchange.getResponseHeaders().add("Access-Control-Expose-Headers", "X-Upstream");
			exchange.getResponseHeaders().add("Vary", "Accept-Language");
			byte[] body = ("upstream " + exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(exchange.getRequestURI().getPath().endsWith("/missing") ? 404 : 200,
					body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		upstream.start();
		gateway = Application.start(stack,
				stack.isServlet() ? Stack.without(Application.SECURITY, Application.GATEWAY + "config",
						Application.GATEWAY + "discovery", Application.GATEWAY + "server.mvc.GatewayMvcClassPath")
						: Stack.without(Application.SECURITY, Application.GATEWAY + "server.mvc"),
				yaml(stack));
	}

	private static String yaml(Stack stack) {
		String variant = stack.isServlet() ? "webmvc" : "webflux";
		return """
				spring.cloud.gateway.server.%s:
				  routes:
				  - id: forwarding
				    uri: forward:/local/orders
				    predicates: [ "Path=/routed" ]
				  - id: all
				    uri: http://127.0.0.1:%d
				    predicates: [ "Path=/**" ]
				  globalcors:
				    cors-configurations:
				      "[/api/**]":
				        allowed-origins: "https://shop.example.com"
				        exposed-headers: X-Global
				cors:
				  defaults:
				    allowed-origins: https://shop.example.com
				    exposed-headers: X-Gateway
				  policies:
				    api:
				      paths: /api/**
				    forward:
				      paths: /forward/**
				      on-refusal: forward
				    routed:
				      paths: /routed
				    local:
				      paths: /local/**
				      mode: deny
				    any:
				      paths: /any/**
				      allowed-origins: "*"
				""".formatted(variant, upstream.getAddress().getPort());
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		gateway.close();
		upstream.stop(0);
	}

	@Test
	void getWhenGrantedShouldCarryThePolicysValuesOnce() {
		for (String path : List.of("/api/orders", "/api/missing")) {
			Http.Response response = gateway.get(path).origin(SHOP).send();
			assertThat(response.body()).contains("upstream " + path);
			assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
			assertThat(response.header("Access-Control-Expose-Headers")).isEqualTo("X-Gateway");
			assertThat(response.corsHeaders()).hasSize(2);
			assertThat(response.vary()).contains("accept-language").containsOnlyOnce("origin");
		}
	}

	@Test
	void getWhenRefusedShouldNotReachTheUpstream() {
		Http.Response response = gateway.get("/api/orders").origin(OTHER).send();
		assertThat(response.status()).isEqualTo(403);
		assertThat(response.body()).doesNotContain("upstream");
		assertThat(response.corsHeaders()).isEmpty();
	}

	@Test
	void getWhenForwardedAfterARefusalShouldCarryNone() {
		Http.Response response = gateway.get("/forward/orders").origin(OTHER).send();
		assertThat(response.body()).contains("upstream /forward/orders");
		assertThat(response.corsHeaders()).isEmpty();
	}

	@Test
	void getUnderAnyOriginShouldBeConstant() {
		for (Http.Request request : List.of(gateway.get("/any/orders"), gateway.get("/any/orders").origin(OTHER))) {
			Http.Response response = request.send();
			assertThat(response.body()).contains("upstream /any/orders");
			assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("*");
			assertThat(response.header("Access-Control-Expose-Headers")).isEqualTo("X-Gateway");
			assertThat(response.corsHeaders()).hasSize(2);
		}
	}

	/**
	 * In the WebFlux variant a forward goes on within one exchange, which no filter sees
	 * again.
	 */
	@Test
	void getWhenRouteForwardsShouldBeGovernedByTheTargetsPolicyOnServlet() {
		assertThat(gateway.get("/routed").send().status()).isEqualTo(200);
		Http.Response response = gateway.get("/routed").origin(SHOP).send();
		assertThat(response.status()).isEqualTo(this.stack.isServlet() ? 403 : 200);
		assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(this.stack.isServlet() ? null : SHOP);
		assertThat(gateway.get("/local/orders").origin(SHOP).send().status()).isEqualTo(403);
	}

	@Test
	void preflightWhenGovernedShouldNotReachTheUpstream() {
		Http.Response response = gateway.preflight("GET", "/api/orders", SHOP).send();
		assertThat(response.status()).isEqualTo(204);
		assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
		assertThat(response.body()).isEmpty();
	}

	@Test
	void getWhenUngovernedShouldCarryWhatTheUpstreamSent() {
		Http.Response response = gateway.get("/free/orders").origin(OTHER).send();
		assertThat(response.body()).contains("upstream /free/orders");
		assertThat(response.all("Access-Control-Allow-Origin")).contains("*", "https://upstream.example.com");
		assertThat(response.header("Access-Control-Expose-Headers")).isEqualTo("X-Upstream");
		assertThat(response.vary()).containsExactly("accept-language");
	}

}
