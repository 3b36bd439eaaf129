package io.github.corsstarter.test;

import io.github.corsstarter.autoconfigure.reactive.CorsPolicyWebFilter;

import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.test.web.reactive.server.MockServerConfigurer;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

/**
 * Brings policies into a {@code WebTestClient} that a test builds by hand, as one that is
 * bound to controllers has none of the application's filters.
 *
 * <pre class="code">
 * WebTestClient client = WebTestClient.bindToController(new OrderController())
 *     .apply(CorsWebTestClient.policies(context))
 *     .build();
 * </pre>
 */
public final class CorsWebTestClient {

	private CorsWebTestClient() {
	}

	/**
	 * Returns what puts the policies in front of the handlers, unless they are there
	 * already.
	 * @param context the application's context, or any that has the properties
	 * @return what to apply to the specification of the server
	 */
	public static MockServerConfigurer policies(ApplicationContext context) {
		CorsPolicyWebFilter filter = new CorsPolicyWebFilter(WrittenPolicies.of(context).engine(),
				Ordered.HIGHEST_PRECEDENCE);
		return new MockServerConfigurer() {

			@Override
			public void beforeServerCreated(WebHttpHandlerBuilder builder) {
				builder.filters((filters) -> {
					if (filters.stream().noneMatch(CorsPolicyWebFilter.class::isInstance)) {
						filters.add(0, filter);
					}
				});
			}

		};
	}

}
