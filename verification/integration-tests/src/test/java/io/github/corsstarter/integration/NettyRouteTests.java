package io.github.corsstarter.integration;

import java.time.Duration;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.explain.CorsExplainer;
import io.github.corsstarter.explain.CorsExplanation;
import io.github.corsstarter.explain.CorsQuery;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.rules.Finding;
import io.github.corsstarter.rules.InvalidCorsPolicyException;
import io.github.corsstarter.rules.Rule;
import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.SocketAcceptor;
import io.rsocket.core.RSocketConnector;
import io.rsocket.core.RSocketServer;
import io.rsocket.transport.netty.client.WebsocketClientTransport;
import io.rsocket.transport.netty.server.WebsocketRouteTransport;
import io.rsocket.util.DefaultPayload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServerRoutes;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * RSocket over WebSocket, and routes that a customizer gives to Netty, are served before
 * any filter: the start finds them, and dry runs say so.
 */
class NettyRouteTests {

	private static final String STRANGER = "https://evil.example.com";

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private static final String YAML = """
			spring.rsocket.server:
			  transport: websocket
			  mapping-path: /api/rsocket
			cors.policies.shop:
			  paths: /api/**
			  allowed-origins: https://shop.example.com
			""";

	private static Application application;

	@BeforeAll
	static void start() {
		application = Application.start(Stack.NETTY, YAML, Routes.class);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void startShouldFindWhatNoFilterSees() {
		assertThat(application.bean(CorsEngine.class).policySet().findings())
			.filteredOn((finding) -> finding.rule() == Rule.UNGOVERNED_ROUTE)
			.extracting(Finding::message)
			.anyMatch((message) -> message.startsWith("does not govern \"/api/rsocket\" of RSocket"))
			.anyMatch((message) -> message.startsWith("does not govern \"/api/live\" of the bean"))
			.hasSize(2);
	}

	@Test
	void startWhenPolicyAllowsCredentialsShouldFail() {
		assertThatThrownBy(() -> Application.start(Stack.NETTY, YAML + "  allow-credentials: true\n", Routes.class))
			.isInstanceOf(InvalidCorsPolicyException.class)
			.hasMessageContainingAll("/api/rsocket", "/api/live", "[ungoverned-route] cors.policies.shop.paths");
	}

	@Test
	void handshakeWhenOriginIsAStrangersShouldReachRSocket() {
		HttpClient client = HttpClient.create()
			.headers((headers) -> headers.set("Origin", STRANGER))
			.host("127.0.0.1")
			.port(application.port());
		RSocket socket = RSocketConnector.connectWith(WebsocketClientTransport.create(client, "/api/rsocket"))
			.block(TIMEOUT);
		assertThat(socket.requestResponse(DefaultPayload.create("secret")).map(Payload::getDataUtf8).block(TIMEOUT))
			.isEqualTo("secret");
		socket.dispose();
	}

	@Test
	void getWhenOriginIsAStrangersShouldReachTheRouteOnly() {
		assertThat(application.get("/api/live").origin(STRANGER).send().content()).isEqualTo("live");
		assertThat(application.get("/api/other").origin(STRANGER).send().status()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/rsocket", "/api/live" })
	void explainShouldSayThatNoPolicyGoverns(String path) {
		CorsExplanation explanation = CorsExplainer.of(application.bean(CorsEngine.class))
			.explain(CorsQuery.to(path).from(STRANGER), PropertyLocator.UNKNOWN);
		assertThat(explanation.governing()).isNull();
		assertThat(explanation.message()).contains("served in front of every filter: no policy governs it");
	}

	/**
	 * Serves RSocket as the class of Spring Boot's auto-configuration does that has this
	 * name.
	 */
	static final class RSocketWebSocketNettyRouteProvider implements NettyRouteProvider {

		@Override
		public HttpServerRoutes apply(HttpServerRoutes routes) {
			SocketAcceptor acceptor = SocketAcceptor.forRequestResponse(Mono::just);
			return routes.ws("/api/rsocket",
					WebsocketRouteTransport.newHandler(RSocketServer.create(acceptor).asConnectionAcceptor()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Routes {

		@Bean
		NettyRouteProvider rSocket() {
			return new RSocketWebSocketNettyRouteProvider();
		}

		@Bean
		WebServerFactoryCustomizer<NettyReactiveWebServerFactory> live() {
			return (factory) -> factory.addRouteProviders(
					(routes) -> routes.get("/api/live", (request, response) -> response.sendString(Mono.just("live"))));
		}

	}

}
