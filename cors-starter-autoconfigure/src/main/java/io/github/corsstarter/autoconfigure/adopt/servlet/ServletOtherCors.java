package io.github.corsstarter.autoconfigure.adopt.servlet;

import java.util.List;

import io.github.corsstarter.autoconfigure.adopt.OtherCors;
import io.github.corsstarter.autoconfigure.adopt.OtherCorsSource;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Reads CORS configuration of a servlet application. Spring MVC knows paths without that
 * of its servlet, policies know them with it.
 */
abstract class ServletOtherCors implements OtherCorsSource {

	final ServletSources sources = new ServletSources();

	final ConfigurableListableBeanFactory beans;

	private final String servletPath;

	ServletOtherCors(ConfigurableListableBeanFactory beans, Environment environment) {
		this.beans = beans;
		String path = environment.getProperty("spring.mvc.servlet.path", "/");
		this.servletPath = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
	}

	@Override
	public final List<OtherCors> read(boolean whole) {
		return find(whole).stream().map((other) -> other.at(this.servletPath + other.pattern())).toList();
	}

	/**
	 * Finds the configuration, with patterns as Spring MVC knows them.
	 */
	abstract List<OtherCors> find(boolean whole);

}
