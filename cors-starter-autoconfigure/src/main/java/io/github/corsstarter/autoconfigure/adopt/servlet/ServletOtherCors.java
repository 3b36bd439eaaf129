package io.github.corsstarter.autoconfigure.adopt.servlet;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.autoconfigure.adopt.OtherCors;
import io.github.corsstarter.autoconfigure.adopt.OtherCorsSource;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Reads the own CORS configuration of a servlet application. Spring MVC knows paths
 * without that of its servlet, policies know them with it.
 */
public final class ServletOtherCors implements OtherCorsSource {

	private final List<OtherCorsSource> parts = new ArrayList<>();

	private final String servletPath;

	/**
	 * Creates a reader of what the application's libraries have.
	 * @param beans the application's beans
	 * @param environment holds the configuration
	 */
	public ServletOtherCors(ConfigurableListableBeanFactory beans, Environment environment) {
		ClassLoader libraries = beans.getBeanClassLoader();
		this.parts.add(new ServletFilterCors(beans));
		if (ClassUtils.isPresent("org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping",
				libraries)) {
			this.parts.add(new ServletMappingCors(beans));
		}
		if (ClassUtils.isPresent("org.springframework.security.web.SecurityFilterChain", libraries)) {
			this.parts.add(new ServletSecurityCors(beans));
		}
		String path = environment.getProperty("spring.mvc.servlet.path", "/");
		this.servletPath = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
	}

	@Override
	public List<OtherCors> read(boolean whole) {
		List<OtherCors> all = new ArrayList<>();
		for (OtherCorsSource part : this.parts) {
			for (OtherCors other : part.read(whole)) {
				all.add(other.at(this.servletPath + other.pattern()));
			}
		}
		return all;
	}

}
