package io.github.corsstarter.benchmarks.server;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.benchmarks.Size;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * A small application with one mapping. Its arguments: {@code tomcat} or {@code netty};
 * {@code none}, {@code headers}, {@code starter} or {@code spring}, for what decides
 * about cross-origin requests; a size; and {@code exit}, to stop where others begin to
 * serve. It prints its port and how many milliseconds ago its JVM started.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ SpringServletCors.class, SpringReactiveCors.class, HeadersOnly.Servlet.class, HeadersOnly.Reactive.class,
		BenchmarkServer.Orders.class })
public class BenchmarkServer {

	private static final String TOMCAT_REACTIVE = "org.springframework.boot.tomcat.autoconfigure.reactive"
			+ ".TomcatReactiveWebServerAutoConfiguration";

	private static final String STARTER = "io.github.corsstarter.autoconfigure.";

	/**
	 * Starts the application.
	 * @param arguments see above
	 */
	public static void main(String[] arguments) {
		boolean reactive = arguments[0].equals("netty");
		SpringApplication application = new SpringApplication(BenchmarkServer.class);
		application.setDefaultProperties(properties(reactive, arguments[1], Size.parse(arguments[2])));
		ConfigurableApplicationContext context = application.run();
		if (List.of(arguments).contains("exit")) {
			context.close();
		}
	}

	private static Map<String, Object> properties(boolean reactive, String cors, Size size) {
		Map<String, Object> properties = new HashMap<>();
		properties.put("server.port", "0");
		properties.put("server.address", "127.0.0.1");
		properties.put("spring.main.web-application-type", reactive ? "reactive" : "servlet");
		properties.put("spring.main.banner-mode", "off");
		properties.put("logging.level.root", "warn");
		properties.put("benchmark.cors", cors);
		properties.put("benchmark.size", size.toString());
		List<String> excluded = new ArrayList<>(List.of(TOMCAT_REACTIVE));
		if (cors.equals("starter")) {
			putPolicies(properties, size);
		}
		else {
			excluded.addAll(starter());
		}
		properties.put("spring.autoconfigure.exclude", String.join(",", excluded));
		return properties;
	}

	private static List<String> starter() {
		return ImportCandidates.load(AutoConfiguration.class, null)
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith(STARTER))
			.toList();
	}

	private static void putPolicies(Map<String, Object> properties, Size size) {
		for (int policy = 0; policy < size.policies(); policy++) {
			String key = "cors.policies.service" + policy + ".";
			properties.put(key + "paths", Size.path(policy) + "/**");
			properties.put(key + "allowed-origins", String.join(",", size.allowedOrigins(policy)));
			properties.put(key + "allowed-methods", "GET,POST,PUT");
			properties.put(key + "allowed-headers", "authorization,content-type,x-request-id");
			properties.put(key + "exposed-headers", "X-Total-Count");
			properties.put(key + "allow-credentials", "true");
		}
	}

	@Bean
	ApplicationListener<ApplicationReadyEvent> ready() {
		return (event) -> {
			long age = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
			System.out.println("port " + event.getApplicationContext().getEnvironment().getProperty("local.server.port")
					+ " after " + age);
		};
	}

	/**
	 * What the application is for.
	 */
	@RestController
	public static class Orders {

		@GetMapping("/api/{service}/orders/{id}")
		String order(@PathVariable String service, @PathVariable String id) {
			return "{\"service\":\"" + service + "\",\"id\":\"" + id + "\"}";
		}

	}

}
