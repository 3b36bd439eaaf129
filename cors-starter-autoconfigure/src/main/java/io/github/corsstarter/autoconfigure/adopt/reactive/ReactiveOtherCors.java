package io.github.corsstarter.autoconfigure.adopt.reactive;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.autoconfigure.adopt.OtherCors;
import io.github.corsstarter.autoconfigure.adopt.OtherCorsSource;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Reads the own CORS configuration of a reactive application.
 */
public final class ReactiveOtherCors implements OtherCorsSource {

	private final List<OtherCorsSource> parts = new ArrayList<>();

	/**
	 * Creates a reader of what the application's libraries have.
	 * @param beans the application's beans
	 */
	public ReactiveOtherCors(ConfigurableListableBeanFactory beans) {
		ClassLoader libraries = beans.getBeanClassLoader();
		this.parts.add(new ReactiveFilterCors(beans));
		if (ClassUtils.isPresent(
				"org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping", libraries)) {
			this.parts.add(new ReactiveMappingCors(beans));
		}
		if (ClassUtils.isPresent("org.springframework.security.web.server.SecurityWebFilterChain", libraries)) {
			this.parts.add(new ReactiveSecurityCors(beans));
		}
	}

	@Override
	public List<OtherCors> read(boolean whole) {
		List<OtherCors> all = new ArrayList<>();
		for (OtherCorsSource part : this.parts) {
			all.addAll(part.read(whole));
		}
		return all;
	}

}
