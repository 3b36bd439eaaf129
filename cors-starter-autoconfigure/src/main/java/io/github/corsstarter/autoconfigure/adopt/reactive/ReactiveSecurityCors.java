package io.github.corsstarter.autoconfigure.adopt.reactive;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.autoconfigure.adopt.Fields;
import io.github.corsstarter.autoconfigure.adopt.OtherCors;
import io.github.corsstarter.autoconfigure.adopt.OtherCorsKind;
import io.github.corsstarter.autoconfigure.adopt.OtherCorsSource;
import io.github.corsstarter.autoconfigure.adopt.Scope;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.security.web.server.MatcherSecurityWebFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.server.WebFilter;

/**
 * Reads {@code cors(…)} of Spring Security's reactive chains.
 */
final class ReactiveSecurityCors implements OtherCorsSource {

	private final ReactiveSources sources = new ReactiveSources();

	private final ConfigurableListableBeanFactory beans;

	ReactiveSecurityCors(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public List<OtherCors> read(boolean whole) {
		List<OtherCors> all = new ArrayList<>();
		this.beans.getBeansOfType(SecurityWebFilterChain.class).forEach((name, chain) -> {
			List<WebFilter> filters = new ArrayList<>();
			// A list in a Flux: it is there at once.
			chain.getWebFilters().subscribe(filters::add);
			for (WebFilter filter : filters) {
				if (filter instanceof CorsWebFilter) {
					all.addAll(scope(chain).narrow(this.sources.read(OtherCorsKind.SPRING_SECURITY, "bean " + name,
							Fields.find(filter, CorsConfigurationSource.class), whole)));
				}
			}
		});
		return all;
	}

	private static Scope scope(SecurityWebFilterChain chain) {
		ServerWebExchangeMatcher matcher = (chain instanceof MatcherSecurityWebFilterChain)
				? Fields.find(chain, ServerWebExchangeMatcher.class) : null;
		return (matcher != null) ? Scope.ofMatcher(matcher) : Scope.UNREAD;
	}

}
