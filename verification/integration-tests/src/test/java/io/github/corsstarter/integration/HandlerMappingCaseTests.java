package io.github.corsstarter.integration;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.server.WebHandler;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One handler mapping that does not tell upper from lower case, of whatever kind, makes
 * all paths so: no spelling reaches the handler under another policy than its own.
 */
class HandlerMappingCaseTests {

	private static final String SHOP = "https://shop.example.com";

	@ParameterizedTest
	@EnumSource(Setup.class)
	void requestWhenAnyMappingIgnoresCaseShouldBeGovernedByTheHandlersPolicy(Setup setup) {
		try (Application application = Application.start(setup.stack, """
				cors:
				  defaults.allowed-origins: https://shop.example.com
				  policies:
				    wide: { paths: "/**" }
				    strict: { paths: "/more/admin/secret", mode: deny }
				""", setup.source)) {
			for (String path : new String[] { "/more/ADMIN/secret", "/more/admin/secret" }) {
				// The first request is a stranger's: a servlet may start with it.
				Http.Response response = application.get(path).origin(SHOP).send();
				assertThat(response.status()).as(path).isEqualTo(403);
				assertThat(response.body()).as(path).doesNotContain("handled");
				assertThat(application.get(path).send().body()).as(path).contains("secret handled");
			}
		}
	}

	private static PathPatternParser ignoringCase() {
		PathPatternParser parser = new PathPatternParser();
		parser.setCaseSensitive(false);
		return parser;
	}

	private static SimpleUrlHandlerMapping secretAt(String path) {
		HttpRequestHandler handler = (request, response) -> response.getWriter().write("secret handled");
		return new SimpleUrlHandlerMapping(Map.of(path, handler), -1);
	}

	/**
	 * A mapping that ignores case beside others that do not.
	 */
	enum Setup {

		TOMCAT_ROUTER_FUNCTION(Stack.TOMCAT, ServletRouter.class),

		TOMCAT_URLS(Stack.TOMCAT, ServletUrls.class),

		TOMCAT_ANT_PATHS(Stack.TOMCAT, ServletAntPaths.class),

		TOMCAT_OTHER_DISPATCHER(Stack.TOMCAT, OtherDispatcher.class),

		JETTY_OTHER_DISPATCHER(Stack.JETTY, OtherDispatcher.class),

		NETTY_ROUTER_FUNCTION(Stack.NETTY, ReactiveRouter.class),

		NETTY_URLS(Stack.NETTY, ReactiveUrls.class);

		private final Stack stack;

		private final Class<?> source;

		Setup(Stack stack, Class<?> source) {
			this.stack = stack;
			this.source = source;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ServletRouter {

		@Bean
		RouterFunction<ServerResponse> secret() {
			return org.springframework.web.servlet.function.RouterFunctions.route()
				.GET("/more/admin/secret", (request) -> ServerResponse.ok().body("secret handled"))
				.build();
		}

		@Bean
		static BeanPostProcessor ignoreCase() {
			return new BeanPostProcessor() {

				@Override
				public Object postProcessBeforeInitialization(Object bean, String name) {
					if (bean instanceof org.springframework.web.servlet.function.support.RouterFunctionMapping mapping) {
						mapping.setPatternParser(ignoringCase());
					}
					return bean;
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ServletUrls {

		@Bean
		SimpleUrlHandlerMapping secret() {
			SimpleUrlHandlerMapping mapping = secretAt("/more/admin/secret");
			mapping.setPatternParser(ignoringCase());
			return mapping;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ServletAntPaths {

		@Bean
		@SuppressWarnings("removal") // Deprecated, and still there.
		SimpleUrlHandlerMapping secret() {
			SimpleUrlHandlerMapping mapping = secretAt("/more/admin/secret");
			AntPathMatcher matcher = new AntPathMatcher();
			matcher.setCaseSensitive(false);
			mapping.setPatternParser(null);
			mapping.setPathMatcher(matcher);
			return mapping;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OtherDispatcher {

		@Bean
		ServletRegistrationBean<DispatcherServlet> other() {
			AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
			context.register(Secret.class);
			ServletRegistrationBean<DispatcherServlet> registration = new ServletRegistrationBean<>(
					new DispatcherServlet(context), "/more/*");
			registration.setName("other");
			return registration;
		}

	}

	/**
	 * The context of a servlet that is first made when it is called.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Secret {

		@Bean
		SimpleUrlHandlerMapping secret() {
			SimpleUrlHandlerMapping mapping = secretAt("/admin/secret");
			mapping.setPatternParser(ignoringCase());
			return mapping;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveRouter {

		@Bean
		org.springframework.web.reactive.function.server.RouterFunction<?> secret() {
			return RouterFunctions.route()
				.GET("/more/admin/secret",
						(request) -> org.springframework.web.reactive.function.server.ServerResponse.ok()
							.bodyValue("secret handled"))
				.build();
		}

		@Bean
		static BeanPostProcessor ignoreCase() {
			return new BeanPostProcessor() {

				@Override
				public Object postProcessBeforeInitialization(Object bean, String name) {
					if (bean instanceof org.springframework.web.reactive.function.server.support.RouterFunctionMapping mapping) {
						mapping.setUseCaseSensitiveMatch(false);
					}
					return bean;
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveUrls {

		@Bean
		org.springframework.web.reactive.handler.SimpleUrlHandlerMapping secret() {
			WebHandler handler = (exchange) -> exchange.getResponse()
				.writeWith(Mono.fromSupplier(() -> exchange.getResponse()
					.bufferFactory()
					.wrap("secret handled".getBytes(StandardCharsets.UTF_8))));
			var mapping = new org.springframework.web.reactive.handler.SimpleUrlHandlerMapping(
					Map.of("/more/admin/secret", handler), -1);
			mapping.setUseCaseSensitiveMatch(false);
			return mapping;
		}

	}

}
