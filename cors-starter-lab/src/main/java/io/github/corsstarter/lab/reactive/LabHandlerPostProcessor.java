package io.github.corsstarter.lab.reactive;

import java.util.function.Supplier;

import io.github.corsstarter.lab.Lab;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.http.server.reactive.HttpHandler;

/**
 * Puts the lab in front of what a reactive server hands its requests to.
 */
final class LabHandlerPostProcessor implements BeanPostProcessor {

	private final Supplier<Lab> lab;

	private final String basePath;

	/**
	 * Creates a post-processor.
	 * @param lab makes the lab, once it is needed: a post-processor comes before the
	 * beans that it would depend on
	 * @param basePath the path that everything on the server is below
	 */
	LabHandlerPostProcessor(Supplier<Lab> lab, String basePath) {
		this.lab = lab;
		this.basePath = basePath.endsWith("/") ? basePath.substring(0, basePath.length() - 1) : basePath;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean instanceof HttpHandler handler) ? new LabHttpHandler(handler, this.lab.get(), this.basePath)
				: bean;
	}

}
