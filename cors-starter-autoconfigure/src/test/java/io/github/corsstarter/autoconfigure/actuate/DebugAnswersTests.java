package io.github.corsstarter.autoconfigure.actuate;

import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.util.Arrays;

import javax.management.JMException;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what {@code cors.debug} tells in answers, on a context path and with
 * management on a port of its own and over JMX: the same on every stack.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DebugAnswersTests {

	private static final String TOMCAT_REACTIVE_MANAGEMENT = "org.springframework.boot.tomcat.autoconfigure.actuate.web.server."
			+ "TomcatReactiveManagementContextAutoConfiguration";

	private final WebApplicationType type;

	private EndpointApplication application;

	DebugAnswersTests(WebApplicationType type) {
		this.type = type;
	}

	@BeforeAll
	void start() {
		this.application = EndpointApplication.start(this.type, "cors.debug=true", "management.server.port=0",
				"management.server.address=127.0.0.1", "server.servlet.context-path=/shop",
				"spring.webflux.base-path=/shop", "spring.jmx.enabled=true",
				"spring.jmx.default-domain=cors-" + this.type, "management.endpoints.jmx.domain=cors-" + this.type,
				"management.endpoints.jmx.exposure.include=cors",
				// Only where two reactive servers are on one class path does this one get
				// in
				// the way.
				"spring.autoconfigure.exclude=" + TOMCAT_REACTIVE_MANAGEMENT);
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@Test
	void respondWhenActualIsRefusedShouldNameTheReason() {
		HttpResponse<String> response = send("GET", "/shop/api/orders", "Origin", "https://evil.example");
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.headers().allValues("Cors-Refusal")).containsExactly("origin-not-allowed");
		assertThat(response.body()).isEqualTo("Cross-origin request refused: origin-not-allowed.\n");
	}

	@Test
	void respondWhenRefusedRequestIsForwardedShouldNameTheReason() {
		HttpResponse<String> response = send("GET", "/shop/partner/1", "Origin", "https://evil.example");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("handled");
		assertThat(response.headers().allValues("Cors-Refusal")).containsExactly("origin-not-allowed");
	}

	@Test
	void respondWhenPreflightIsRefusedForMethodShouldLetTheConsoleNameIt() {
		HttpResponse<String> response = send("OPTIONS", "/shop/api/orders", "Origin", "https://shop.example.com",
				"Access-Control-Request-Method", "DELETE");
		assertThat(response.statusCode()).isEqualTo(204);
		assertThat(response.headers().allValues("Cors-Refusal")).containsExactly("method-not-allowed");
		assertThat(response.headers().allValues("Access-Control-Allow-Origin"))
			.containsExactly("https://shop.example.com");
		assertThat(response.headers().allValues("Access-Control-Allow-Methods")).containsExactly("GET,HEAD,POST,PUT");
		assertThat(response.headers().firstValue("Access-Control-Max-Age")).isEmpty();
	}

	@Test
	void respondWhenPreflightIsRefusedForHeaderShouldLetTheConsoleNameIt() {
		HttpResponse<String> response = send("OPTIONS", "/shop/api/orders", "Origin", "https://shop.example.com",
				"Access-Control-Request-Method", "PUT", "Access-Control-Request-Headers", "x-trace");
		assertThat(response.statusCode()).isEqualTo(204);
		assertThat(response.headers().allValues("Cors-Refusal")).containsExactly("header-not-allowed");
		assertThat(response.headers().allValues("Access-Control-Allow-Headers"))
			.containsExactly("authorization,content-type");
	}

	@Test
	void respondWhenPreflightIsRefusedForOriginShouldBeForbidden() {
		HttpResponse<String> response = send("OPTIONS", "/shop/api/orders", "Origin", "https://evil.example",
				"Access-Control-Request-Method", "PUT");
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.headers().allValues("Cors-Refusal")).containsExactly("origin-not-allowed");
		assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
	}

	@Test
	void respondWhenGrantedShouldNameNoReason() {
		HttpResponse<String> response = send("GET", "/shop/api/orders", "Origin", "https://shop.example.com");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Cors-Refusal")).isEmpty();
	}

	@Test
	void endpointWhenManagementHasAPortOfItsOwnShouldExplainPathsWithContextPath() {
		assertThat(this.application.managementUrl()).isNotEqualTo(this.application.serverUrl());
		HttpResponse<String> response = this.application.endpoint("path",
				this.application.serverUrl() + "/shop/api/orders", "origin", "https://evil.example");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(EndpointApplication.json(response).at("/explanation/actual/headers/Cors-Refusal").asString())
			.isEqualTo("origin-not-allowed");
		assertThat(EndpointApplication.json(response).at("/explanation/pattern").asString()).isEqualTo("/api/**");
	}

	@Test
	void endpointWhenUrlIsOutsideOfContextPathShouldSaySo() {
		HttpResponse<String> response = this.application.endpoint("path",
				this.application.serverUrl() + "/other/api/orders");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(EndpointApplication.json(response).get("message").asString()).contains("/shop");
	}

	@Test
	void endpointWhenInvokedOverJmxShouldExplain() throws JMException {
		MBeanServer server = ManagementFactory.getPlatformMBeanServer();
		ObjectName name = server.queryNames(new ObjectName("cors-" + this.type + ":type=Endpoint,name=Cors,*"), null)
			.iterator()
			.next();
		MBeanOperationInfo operation = Arrays.stream(server.getMBeanInfo(name).getOperations())
			.filter((candidate) -> candidate.getName().equals("cors"))
			.findFirst()
			.orElseThrow();
		String[] signature = Arrays.stream(operation.getSignature())
			.map(MBeanParameterInfo::getType)
			.toArray(String[]::new);
		Object result = server.invoke(name, "cors",
				new Object[] { "/api/orders", "https://evil.example", null, null, null }, signature);
		assertThat(result).asString().contains("origin-not-allowed").contains("maxAge=PT30M");
		assertThat(server.invoke(name, "policy", new Object[] { "closed" }, new String[] { String.class.getName() }))
			.asString()
			.contains("mode=deny");
	}

	private HttpResponse<String> send(String method, String path, String... headers) {
		return this.application.send(this.application.serverUrl() + path, method, headers);
	}

}
