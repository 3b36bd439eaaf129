package io.github.corsstarter.sample.browser;

import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.policy.ResolvedPolicy;
import io.github.corsstarter.sample.SampleApplication;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The sample as its command line starts it, on a free port.
 */
record Sample(ConfigurableApplicationContext context) implements AutoCloseable {

	static Sample start(String... arguments) {
		String[] all = Stream.concat(Stream.of("--server.port=0", "--server.address=127.0.0.1"), Stream.of(arguments))
			.toArray(String[]::new);
		return new Sample(new SpringApplicationBuilder(SampleApplication.class).run(all));
	}

	/**
	 * Returns the origin of pages at a name of this machine.
	 */
	String origin(String host) {
		return "http://" + host + ":" + this.context.getEnvironment().getRequiredProperty("local.server.port");
	}

	List<ResolvedPolicy> policies() {
		return this.context.getBean(CorsEngine.class)
			.policySet()
			.policies()
			.stream()
			.map(CorsPolicy::resolved)
			.toList();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
