package io.github.corsstarter.integration;

import java.util.Map;

import io.netty.handler.codec.http2.Http2Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A handshake over HTTP/2, which is a CONNECT, is checked as the GET that it stands for.
 */
@ParameterizedClass
@EnumSource(names = { "JETTY", "NETTY" })
class WebSocketOverHttp2Tests {

	private static final String CHAT = "https://chat.example.com";

	private static Application application;

	@Parameter
	Stack stack;

	@BeforeParameterizedClassInvocation
	static void start(Stack stack) {
		application = Application.start(stack, """
				server.http2.enabled: true
				cors.policies:
				  chat:
				    paths: /chat
				    allowed-origins: https://chat.example.com
				  post-only:
				    paths: /post-only
				    allowed-origins: https://chat.example.com
				    allowed-methods: POST
				""", stack.isServlet() ? OnServlet.class : OnReactive.class);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@Test
	void connectWhenOriginIsAllowedShouldUpgradeAndTalk() throws Exception {
		try (Http2 client = new Http2(application.port())) {
			Http2.Stream stream = client.connect("/chat", CHAT);
			Http2Headers headers = stream.headers();
			assertThat(headers.status()).asString().isEqualTo("200");
			assertThat(headers.get("access-control-allow-origin")).asString().isEqualTo(CHAT);
			assertThat(stream.say("hello")).isEqualTo("hello, too");
		}
	}

	@Test
	void connectWhenOriginIsNotAllowedShouldBeRefused() throws Exception {
		assertRefused("/chat", "https://evil.example.com");
	}

	@Test
	void connectWhenGetIsNotAllowedShouldBeRefused() throws Exception {
		assertRefused("/post-only", CHAT);
	}

	@Test
	void connectWhenNoHandshakeShouldBeRefused() {
		Http.Response response = application.request("CONNECT", "/chat").origin(CHAT).send();
		assertThat(response.status()).as(this.stack.name()).isGreaterThanOrEqualTo(400);
		assertThat(response.corsHeaders()).isEmpty();
	}

	private static void assertRefused(String path, String origin) throws Exception {
		try (Http2 client = new Http2(application.port())) {
			Http2Headers headers = client.connect(path, origin).headers();
			assertThat(headers.status()).asString().isEqualTo("403");
			assertThat(headers.contains("access-control-allow-origin")).isFalse();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebSocket
	static class OnServlet implements WebSocketConfigurer {

		@Override
		public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
			registry.addHandler(new TextWebSocketHandler() {

				@Override
				protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
					session.sendMessage(new TextMessage(message.getPayload() + ", too"));
				}

			}, "/chat", "/post-only")
				.setHandshakeHandler(new DefaultHandshakeHandler(new JettyRequestUpgradeStrategy()))
				.setAllowedOrigins("*");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OnReactive implements WebFluxConfigurer {

		@Bean
		WebServerFactoryCustomizer<NettyReactiveWebServerFactory> connectProtocol() {
			return (factory) -> factory.addServerCustomizers(
					(server) -> server.http2Settings((settings) -> settings.connectProtocolEnabled(true)));
		}

		@Override
		public WebSocketService getWebSocketService() {
			return new HandshakeWebSocketService(new ReactorNettyRequestUpgradeStrategy());
		}

		@Bean
		HandlerMapping chat() {
			WebSocketHandler handler = (session) -> session
				.send(session.receive().map((message) -> session.textMessage(message.getPayloadAsText() + ", too")));
			return new SimpleUrlHandlerMapping(Map.of("/chat", handler, "/post-only", handler), -1);
		}

	}

}
