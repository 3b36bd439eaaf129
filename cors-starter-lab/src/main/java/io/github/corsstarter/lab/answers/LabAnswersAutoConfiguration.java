package io.github.corsstarter.lab.answers;

import java.util.Map;

import io.github.corsstarter.autoconfigure.actuate.CorsEndpoint;
import io.github.corsstarter.autoconfigure.actuate.CorsEndpointAutoConfiguration;
import io.github.corsstarter.autoconfigure.actuate.LabAnswers;
import io.github.corsstarter.explain.PropertyLocator;
import io.github.corsstarter.lab.Arrivals;
import io.github.corsstarter.lab.LabAutoConfiguration;
import io.github.corsstarter.lab.MappedHandlers;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of what the endpoint answers when the lab asks.
 */
@AutoConfiguration(after = { LabAutoConfiguration.class, CorsEndpointAutoConfiguration.class })
@ConditionalOnClass(OperationResponseBody.class)
@ConditionalOnBean(Arrivals.class)
public final class LabAnswersAutoConfiguration {

	@Bean
	LabAnswers corsLabAnswers(ObjectProvider<CorsEndpoint> endpoint, ObjectProvider<MappedHandlers> handlers,
			PropertyLocator locator, Arrivals arrivals) {
		MappedHandlers all = () -> handlers.stream().flatMap((each) -> each.find().stream()).toList();
		return new Questions(
				Map.of("application", (input) -> new ApplicationQuestion(endpoint.getObject(), all).answer(input),
						"dry-runs", (input) -> new DryRunsQuestion(endpoint.getObject()).answer(input), "properties",
						new PropertiesQuestion(locator), "draft", new DraftQuestion(), "arrivals",
						new ArrivalsQuestion(arrivals)));
	}

}
