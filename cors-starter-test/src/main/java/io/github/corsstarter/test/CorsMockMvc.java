package io.github.corsstarter.test;

import io.github.corsstarter.autoconfigure.servlet.CorsPolicyFilter;

import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcConfigurer;

/**
 * Brings policies into a {@code MockMvc} that a test builds by hand, as such a one has
 * none of the application's filters.
 *
 * <pre class="code">
 * MockMvc mvc = MockMvcBuilders.webAppContextSetup(context)
 *     .apply(CorsMockMvc.policies(context))
 *     .build();
 * </pre>
 */
public final class CorsMockMvc {

	private CorsMockMvc() {
	}

	/**
	 * Returns what puts the policies in front of the handlers. Filters that are applied
	 * later, such as Spring Security's, come behind them, as they do in the application.
	 * @param context the application's context, or any that has the properties
	 * @return what to apply to the builder
	 */
	public static MockMvcConfigurer policies(ApplicationContext context) {
		CorsPolicyFilter filter = new CorsPolicyFilter(WrittenPolicies.of(context).engine());
		return new MockMvcConfigurer() {

			@Override
			public void afterConfigurerAdded(ConfigurableMockMvcBuilder<?> builder) {
				builder.addFilters(filter);
			}

		};
	}

}
