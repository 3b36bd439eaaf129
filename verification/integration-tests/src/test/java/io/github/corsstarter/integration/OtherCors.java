package io.github.corsstarter.integration;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import reactor.core.publisher.Mono;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.server.WebFilter;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Everything in an application that writes CORS headers of its own. The last segment of
 * the path says who does.
 */
final class OtherCors {

	private OtherCors() {
	}

	@RestController
	static class Handlers {

		@GetMapping({ "/{area}/plain", "/{area}/mapped", "/{area}/filtered", "/{area}/committed", "/{area}/outer",
				"/{area}/outer-without-origin", "/{area}/late" })
		String plain(@PathVariable String area) {
			return "handled " + area;
		}

		@GetMapping("/{area}/own-headers")
		ResponseEntity<String> own(@PathVariable String area) {
			return ResponseEntity.ok()
				.header("Access-Control-Allow-Origin", "*")
				.header("access-control-allow-origin", "https://else.example.com")
				.header("Access-Control-Allow-Credentials", "true")
				.header("Access-Control-Expose-Headers", "X-Theirs")
				.header("Access-Control-Max-Age", "5")
				.header("Access-Control-Allow-Private-Network", "true")
				.body("handled " + area);
		}

		@CrossOrigin(originPatterns = "*", exposedHeaders = "X-Theirs", allowCredentials = "false", origins = "*")
		@GetMapping("/{area}/annotated")
		String annotated(@PathVariable String area) {
			return "handled " + area;
		}

		@GetMapping("/api/vary")
		ResponseEntity<String> vary() {
			return ResponseEntity.ok().header("Vary", "Accept").header("Vary", "origin, X-Added").body("handled");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OnServlet implements WebMvcConfigurer {

		@Override
		public void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/*/mapped").allowedOrigins("*").exposedHeaders("X-Theirs");
		}

		@Bean
		FilterRegistrationBean<Outer> outer() {
			FilterRegistrationBean<Outer> registration = new FilterRegistrationBean<>(new Outer());
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
			return registration;
		}

		@Bean
		Inner inner() {
			return new Inner();
		}

	}

	static final class Outer extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			if (request.getRequestURI().endsWith("/outer")) {
				response.addHeader("Access-Control-Allow-Origin", "*");
				response.addHeader("Access-Control-Allow-Origin", "https://else.example.com");
			}
			if (request.getRequestURI().contains("/outer")) {
				response.addHeader("Access-Control-Allow-Credentials", "true");
				response.addHeader("Access-Control-Allow-Private-Network", "true");
				response.addHeader("Vary", "Origin");
			}
			chain.doFilter(request, response);
		}

	}

	static final class Inner extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			String path = request.getRequestURI();
			if (path.endsWith("/filtered")) {
				response.setHeader("ACCESS-CONTROL-ALLOW-ORIGIN", "*");
				response.setIntHeader("Access-Control-Max-Age", 5);
				response.addIntHeader("Access-Control-Max-Age", 6);
				response.setDateHeader("Access-Control-Expose-Headers", 0);
				response.addDateHeader("Access-Control-Expose-Headers", 0);
			}
			if (path.endsWith("/committed") && !path.startsWith("/free")) {
				response.reset();
			}
			ContentCachingResponseWrapper late = new ContentCachingResponseWrapper(response);
			chain.doFilter(request, late);
			if (path.endsWith("/late") || path.endsWith("/committed")) {
				response.addHeader("Access-Control-Allow-Origin", "*");
			}
			late.copyBodyToResponse();
		}

		@Override
		protected boolean shouldNotFilterErrorDispatch() {
			return true;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OnReactive implements WebFluxConfigurer {

		@Override
		public void addCorsMappings(org.springframework.web.reactive.config.CorsRegistry registry) {
			registry.addMapping("/*/mapped").allowedOrigins("*").exposedHeaders("X-Theirs");
		}

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE + 5)
		WebFilter outer() {
			return (exchange, chain) -> {
				String path = exchange.getRequest().getPath().value();
				HttpHeaders headers = exchange.getResponse().getHeaders();
				if (path.endsWith("/outer")) {
					headers.add("Access-Control-Allow-Origin", "*");
					headers.add("Access-Control-Allow-Origin", "https://else.example.com");
				}
				if (path.contains("/outer")) {
					headers.add("Access-Control-Allow-Credentials", "true");
					headers.add("Access-Control-Allow-Private-Network", "true");
					headers.add("Vary", "Origin");
				}
				return chain.filter(exchange);
			};
		}

		@Bean
		WebFilter inner() {
			return (exchange, chain) -> {
				String path = exchange.getRequest().getPath().value();
				HttpHeaders headers = exchange.getResponse().getHeaders();
				if (path.endsWith("/filtered")) {
					headers.set("ACCESS-CONTROL-ALLOW-ORIGIN", "*");
					headers.set("Access-Control-Max-Age", "5");
				}
				Runnable write = () -> headers.add("Access-Control-Allow-Origin", "*");
				if (path.endsWith("/committed")) {
					exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(write));
				}
				if (path.endsWith("/late")) {
					exchange.getResponse().beforeCommit(() -> {
						exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(write));
						write.run();
						return Mono.empty();
					});
				}
				return chain.filter(exchange);
			};
		}

	}

}
