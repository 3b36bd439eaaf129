package io.github.corsstarter.integration;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.config.InstantiationAwareBeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.HandshakeHandler;
import org.springframework.web.socket.server.standard.StandardWebSocketUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * WebSockets whose mapping does not tell upper from lower case are governed in every
 * spelling of their path.
 */
class WebSocketCaseTests {

	private static final String PATH = "/more/admin/chat";

	@ParameterizedTest
	@EnumSource(Setup.class)
	void handshakeWhenMappingIgnoresCaseShouldBeGovernedByTheHandlersPolicy(Setup setup) {
		try (Application application = Application.start(setup.stack, """
				cors:
				  defaults.allowed-origins: https://shop.example.com
				  policies:
				    wide: { paths: "/**" }
				    strict: { paths: "/more/admin/chat/**", mode: deny }
				""", setup.source)) {
			for (String path : new String[] { "/more/ADMIN/chat", PATH }) {
				assertThat(application.get(path).origin("https://shop.example.com").send().status()).as(path)
					.isEqualTo(403);
				// The handler tells a plain GET that it wants another.
				assertThat(application.get(path).send().status()).as(path).isEqualTo(setup.status);
			}
		}
	}

	/**
	 * A mapping that ignores case beside others that do not.
	 */
	enum Setup {

		HANDLER(Stack.TOMCAT, OnServlet.class, 400),

		STOMP(Stack.TOMCAT, Stomp.class, 400),

		SOCK_JS(Stack.TOMCAT, SockJs.class, 200),

		REACTIVE_HANDLER(Stack.NETTY, OnReactive.class, 400);

		private final Stack stack;

		private final Class<?> source;

		private final int status;

		Setup(Stack stack, Class<?> source, int status) {
			this.stack = stack;
			this.source = source;
			this.status = status;
		}

	}

	/**
	 * Makes a mapping ignore case that Spring makes itself.
	 */
	static final class IgnoringCase implements InstantiationAwareBeanPostProcessor {

		@Override
		public boolean postProcessAfterInstantiation(Object bean, String name) {
			if (bean instanceof WebSocketHandlerMapping mapping) {
				PathPatternParser parser = new PathPatternParser();
				parser.setCaseSensitive(false);
				mapping.setPatternParser(parser);
			}
			return true;
		}

	}

	/**
	 * Named, as Jetty is on the class path, too.
	 */
	private static HandshakeHandler handshakeHandler() {
		return new DefaultHandshakeHandler(new StandardWebSocketUpgradeStrategy());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebSocket
	@Import(IgnoringCase.class)
	static class OnServlet implements WebSocketConfigurer {

		@Override
		public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
			// Spring's own check of the origin is left out: the policy is in charge.
			registry.addHandler(new TextWebSocketHandler(), PATH)
				.setHandshakeHandler(handshakeHandler())
				.setAllowedOrigins("*");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebSocketMessageBroker
	@Import(IgnoringCase.class)
	static class Stomp implements WebSocketMessageBrokerConfigurer {

		@Override
		public void registerStompEndpoints(StompEndpointRegistry registry) {
			registry.addEndpoint(PATH).setHandshakeHandler(handshakeHandler()).setAllowedOrigins("*");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebSocket
	@Import(IgnoringCase.class)
	static class SockJs implements WebSocketConfigurer {

		@Override
		public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
			registry.addHandler(new TextWebSocketHandler(), PATH).setHandshakeHandler(handshakeHandler()).withSockJS();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OnReactive implements WebFluxConfigurer {

		@Override
		public WebSocketService getWebSocketService() {
			return new HandshakeWebSocketService(new ReactorNettyRequestUpgradeStrategy());
		}

		@Bean
		SimpleUrlHandlerMapping chat() {
			WebSocketHandler handler = (session) -> Mono.empty();
			SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping(Map.of(PATH, handler), -1);
			mapping.setUseCaseSensitiveMatch(false);
			return mapping;
		}

	}

}
