package io.github.corsstarter.integration;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import org.apache.tomcat.websocket.server.WsSci;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
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
import org.springframework.web.socket.server.standard.StandardWebSocketUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * WebSocket handshakes are checked like actual requests.
 */
@ParameterizedClass
@EnumSource(names = { "TOMCAT", "NETTY" })
class WebSocketTests {

	private static Application application;

	private final Stack stack;

	WebSocketTests(Stack stack) {
		this.stack = stack;
	}

	@BeforeParameterizedClassInvocation
	static void start(Stack stack) {
		application = Application.start(stack, """
				cors.policies.chat:
				  paths: /chat
				  allowed-origins: https://chat.example.com
				""", stack.isServlet() ? OnServlet.class : OnReactive.class);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@Test
	void handshakeWhenOriginIsAllowedShouldUpgradeAndTalk() throws Exception {
		CompletableFuture<String> answer = new CompletableFuture<>();
		WebSocket socket = HttpClient.newHttpClient()
			.newWebSocketBuilder()
			.header("Origin", "https://chat.example.com")
			.buildAsync(URI.create("ws://127.0.0.1:" + application.port() + "/chat"), new Listener(answer))
			.get(20, TimeUnit.SECONDS);
		socket.sendText("hello", true).get(20, TimeUnit.SECONDS);
		assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo("hello, too");
		socket.abort();
	}

	@Test
	void handshakeWhenOriginIsNotAllowedShouldBeRefusedBeforeTheUpgrade() {
		Http.Response response = application.get("/chat")
			.origin("https://evil.example.com")
			.header("Upgrade", "websocket")
			.header("Connection", "Upgrade")
			.header("Sec-WebSocket-Version", "13")
			.header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
			.send();
		assertThat(response.status()).as(this.stack.name()).isEqualTo(403);
		assertThat(response.corsHeaders()).isEmpty();
		assertThat(response.header("Sec-WebSocket-Accept")).isNull();
	}

	private record Listener(CompletableFuture<String> answer) implements WebSocket.Listener {

		@Override
		public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
			this.answer.complete(data.toString());
			return CompletableFuture.completedStage(null);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebSocket
	static class OnServlet implements WebSocketConfigurer {

		@Bean
		WebServerFactoryCustomizer<TomcatServletWebServerFactory> webSockets() {
			return (factory) -> factory
				.addContextCustomizers((context) -> context.addServletContainerInitializer(new WsSci(), null));
		}

		@Override
		public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
			// Spring's own check of the origin is left out: the policy is in charge.
			registry.addHandler(new TextWebSocketHandler() {

				@Override
				protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
					session.sendMessage(new TextMessage(message.getPayload() + ", too"));
				}

			}, "/chat")
				// Named, as Jetty is on the class path, too.
				.setHandshakeHandler(new DefaultHandshakeHandler(new StandardWebSocketUpgradeStrategy()))
				.setAllowedOrigins("*");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OnReactive implements WebFluxConfigurer {

		@Override
		public WebSocketService getWebSocketService() {
			// Named, as Tomcat is on the class path, too.
			return new HandshakeWebSocketService(new ReactorNettyRequestUpgradeStrategy());
		}

		@Bean
		HandlerMapping chat() {
			WebSocketHandler handler = (session) -> session
				.send(session.receive().map((message) -> session.textMessage(message.getPayloadAsText() + ", too")));
			return new SimpleUrlHandlerMapping(Map.of("/chat", handler), -1);
		}

	}

}
