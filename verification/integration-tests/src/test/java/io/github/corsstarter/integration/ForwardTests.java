package io.github.corsstarter.integration;

import java.io.IOException;
import java.util.concurrent.Callable;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request that goes on under another path gets what that path's policy says: one that a
 * filter in front forwards, before anything was decided, and one that a handler forwards.
 */
@ParameterizedClass
@EnumSource(names = { "TOMCAT", "JETTY" })
class ForwardTests {

	private static final String SHOP = "https://shop.example.com";

	private static final String OTHER = "https://other.example.com";

	private static final String WAIT = "X-Wait";

	private static Application application;

	@Parameter
	Stack stack;

	@BeforeParameterizedClassInvocation
	static void start(Stack stack) {
		application = Application.start(stack, """
				cors.policies:
				  api:
				    paths: /api/**
				    allowed-origins: https://shop.example.com
				    exposed-headers: X-Api
				  open:
				    paths: /open/**
				    allowed-origins: "*"
				    exposed-headers: X-Open
				  lenient:
				    paths: /lenient/**
				    allowed-origins: https://shop.example.com
				    on-refusal: forward
				  secret:
				    paths: /secret/**
				    mode: deny
				  error-page:
				    paths: /error
				    mode: deny
				  reported:
				    paths: /reported/**
				    mode: report-only
				    allowed-origins: https://shop.example.com
				""", Setup.class, Handlers.class);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/front/forward", "/front/dispatch" })
	void requestWhenFilterInFrontSendsItOnShouldBeGrantedByTheTargetsPolicy(String way) {
		assertGrantedByApi(application.get(way + "/api/orders").origin(SHOP).send());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/front/forward", "/front/dispatch" })
	void requestWhenFilterInFrontSendsItOnShouldBeRefusedByTheTargetsPolicy(String way) {
		assertRefused(application.get(way + "/api/orders").origin(OTHER).send());
		assertRefused(application.get(way + "/secret/orders").origin(SHOP).send());
	}

	@Test
	void requestWhenFilterInFrontLetsItWaitShouldBeGoverned() {
		assertGrantedByApi(application.get("/api/orders").header(WAIT, "yes").origin(SHOP).send());
		assertRefused(application.get("/api/orders").header(WAIT, "yes").origin(OTHER).send());
		assertRefused(application.preflight("GET", "/api/orders", OTHER).header(WAIT, "yes").send());
	}

	@Test
	void preflightWhenFilterInFrontForwardsShouldBeAnswered() {
		Http.Response granted = application.preflight("GET", "/front/forward/api/orders", SHOP).send();
		assertThat(granted.status()).isEqualTo(204);
		assertThat(granted.header("Access-Control-Allow-Methods")).isEqualTo("GET,HEAD,POST");
		assertRefused(application.preflight("GET", "/front/forward/api/orders", OTHER).send());
	}

	@Test
	void requestWhenFilterInFrontForwardsToUngovernedPathShouldPass() {
		Http.Response response = application.get("/front/forward/free/orders").origin(OTHER).send();
		assertThat(response.body()).contains("handled");
		assertThat(response.corsHeaders()).isEmpty();
		assertThat(response.vary()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/free/forward", "/lenient/forward", "/open/forward", "/open/dispatch", "/free/dispatch" })
	void requestWhenHandlerSendsItToAnotherPolicyShouldBeGrantedByThat(String way) {
		assertGrantedByApi(application.get(way + "/api/orders").origin(SHOP).send());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/free/forward", "/api/forward", "/lenient/forward", "/open/forward", "/open/dispatch" })
	void requestWhenHandlerSendsItToAnotherPolicyShouldBeRefusedByThat(String way) {
		assertRefused(application.get(way + "/secret/orders").origin(SHOP).send());
	}

	@Test
	void requestWithoutOriginWhenHandlerSendsItToAnotherPolicyShouldVary() {
		Http.Response response = application.get("/open/forward/api/orders").send();
		assertThat(response.body()).contains("handled");
		assertThat(response.corsHeaders()).isEmpty();
		assertThat(response.vary()).containsExactly("origin");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/forward/free/orders", "/api/dispatch/free/orders" })
	void requestWhenHandlerSendsItToUngovernedPathShouldKeepWhatWasDecided(String path) {
		assertGrantedByApi(application.get(path).origin(SHOP).send());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/forward/api/orders", "/api/dispatch/api/orders", "/api/waiting",
			"/front/forward/api/orders" })
	void requestWhenOnePolicyDecidesTwiceShouldBeCountedOnce(String path) {
		double before = counted("api");
		assertGrantedByApi(application.get(path).origin(SHOP).send());
		assertThat(counted("api")).isEqualTo(before + 1);
	}

	@ParameterizedTest
	@CsvSource({ "/reported/forward/reported/orders, no", "/reported/waiting, no", "/front/forward/reported/orders, no",
			"/reported/orders, yes" })
	void requestWhenOnePolicyReportsTwiceShouldBeCountedOnce(String path, String wait) {
		double before = counted("reported");
		assertThat(application.get(path).header(WAIT, wait).origin(OTHER).send().body()).contains("handled");
		assertThat(counted("reported")).isEqualTo(before + 1);
	}

	@ParameterizedTest
	@CsvSource({ "/front/forward/reported/orders, no", "/reported/orders, yes", "/reported/orders, no" })
	void requestWhenPolicyReportsShouldBeCompared(String path, String wait) {
		double before = counted("reported");
		assertThat(application.get(path).header(WAIT, wait).origin(SHOP).send().corsHeaders()).isEmpty();
		// Granted, and the response differs.
		assertThat(counted("reported")).isEqualTo(before + 2);
	}

	@Test
	void requestWhenErrorPageIsAnotherPolicysShouldKeepWhatWasDecided() {
		Http.Response response = application.get("/api/failing").origin(SHOP).send();
		assertThat(response.status()).isEqualTo(500);
		assertHeadersOfApi(response);
	}

	private static double counted(String policy) {
		return application.bean(MeterRegistry.class)
			.find("cors.requests")
			.tag("policy", policy)
			.counters()
			.stream()
			.mapToDouble((counter) -> counter.count())
			.sum();
	}

	private static void assertGrantedByApi(Http.Response response) {
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.body()).contains("handled");
		assertHeadersOfApi(response);
	}

	private static void assertHeadersOfApi(Http.Response response) {
		assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
		assertThat(response.header("Access-Control-Expose-Headers")).isEqualTo("X-Api");
		assertThat(response.corsHeaders()).hasSize(2);
		assertThat(response.vary()).containsExactly("origin");
	}

	private static void assertRefused(Http.Response response) {
		assertThat(response.status()).isEqualTo(403);
		assertThat(response.body()).doesNotContain("handled");
		assertThat(response.corsHeaders()).isEmpty();
		assertThat(response.vary()).contains("origin");
	}

	/**
	 * Sends a request on to what stands behind the first two segments of its path, in the
	 * way that the second one names.
	 */
	private static void sendOn(HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		String[] segments = request.getRequestURI().split("/", 4);
		String target = "/" + segments[3];
		switch (segments[2]) {
			case "forward" -> request.getRequestDispatcher(target).forward(request, response);
			case "dispatch" -> request.startAsync().dispatch(target);
			default -> throw new IllegalArgumentException(segments[2]);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Setup {

		@Bean
		FilterRegistrationBean<Filter> rewritingFilter() {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response,
					chain) -> rewrite((HttpServletRequest) request, (HttpServletResponse) response, chain));
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
			registration.setAsyncSupported(true);
			return registration;
		}

		private static void rewrite(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
			if (first && "yes".equals(request.getHeader(WAIT))) {
				request.startAsync().dispatch();
			}
			else if (first && request.getRequestURI().startsWith("/front/")) {
				sendOn(request, response);
			}
			else {
				chain.doFilter(request, response);
			}
		}

	}

	@Controller
	static class Handlers {

		@RequestMapping("/{area}/orders")
		@ResponseBody
		String answer() {
			return "handled";
		}

		@RequestMapping("/{area}/waiting")
		@ResponseBody
		Callable<String> answerLater() {
			return () -> "handled";
		}

		@RequestMapping({ "/{area}/forward/**", "/{area}/dispatch/**" })
		void forward(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
			sendOn(request, response);
		}

		@RequestMapping("/api/failing")
		void fail() {
			throw new IllegalStateException("a handler's");
		}

	}

}
