package io.github.corsstarter.autoconfigure;

import java.util.List;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.autoconfigure.inspect.ApplicationInspector;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Looks at policies again once all beans are there and requests are not yet served: by
 * then it is known what the application maps, and how.
 */
final class StartCheck implements SmartInitializingSingleton {

	private final CorsPolicyLoader loader;

	private final CorsEngine engine;

	private final ObjectProvider<ApplicationInspector> inspectors;

	StartCheck(CorsPolicyLoader loader, CorsEngine engine, ObjectProvider<ApplicationInspector> inspectors) {
		this.loader = loader;
		this.engine = engine;
		this.inspectors = inspectors;
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<ApplicationInspector> inspectors = this.inspectors.orderedStream().toList();
		if (this.loader.inspect(inspectors)) {
			this.engine.replace(this.loader.load().policies());
		}
		this.loader.logFindings();
	}

}
