package io.github.corsstarter.autoconfigure.adopt.reactive;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.autoconfigure.adopt.Fields;
import io.github.corsstarter.autoconfigure.adopt.OtherCors;
import io.github.corsstarter.autoconfigure.adopt.OtherCorsKind;
import io.github.corsstarter.autoconfigure.adopt.OtherCorsSource;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.CorsWebFilter;

/**
 * Reads beans of reactive applications that are CORS filters or sources for these.
 */
final class ReactiveFilterCors implements OtherCorsSource {

	private final ReactiveSources sources = new ReactiveSources();

	private final ConfigurableListableBeanFactory beans;

	ReactiveFilterCors(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public List<OtherCors> read(boolean whole) {
		List<OtherCors> all = new ArrayList<>();
		this.beans.getBeansOfType(CorsWebFilter.class)
			.forEach((name, filter) -> all.addAll(this.sources.read(OtherCorsKind.CORS_FILTER, "bean " + name,
					Fields.find(filter, CorsConfigurationSource.class), whole)));
		for (String name : this.beans.getBeanNamesForType(CorsConfigurationSource.class, false, false)) {
			if (this.beans.getBean(name) instanceof CorsConfigurationSource source) {
				all.addAll(this.sources.read(OtherCorsKind.CORS_CONFIGURATION_SOURCE, "bean " + name, source, whole));
			}
		}
		return all;
	}

}
