package io.github.corsstarter.lab.answers;

import java.util.Map;
import java.util.TreeMap;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.autoconfigure.actuate.CorsEndpoint;
import io.github.corsstarter.autoconfigure.actuate.CorsEndpointAutoConfiguration;
import io.github.corsstarter.autoconfigure.actuate.LabAnswers;
import io.github.corsstarter.autoconfigure.inspect.ApplicationFacts;
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
			CorsEngine engine, PropertyLocator locator, ApplicationFacts facts, Arrivals arrivals) {
		MappedHandlers all = () -> handlers.stream().flatMap((each) -> each.find().stream()).toList();
		Map<String, Questions.Question> questions = new TreeMap<>();
		questions.put("application", (input) -> new ApplicationQuestion(endpoint.getObject(), all).answer(input));
		questions.put("arrivals", new ArrivalsQuestion(arrivals));
		questions.put("draft", new DraftQuestion());
		questions.put("dry-runs", (input) -> new DryRunsQuestion(endpoint.getObject()).answer(input));
		questions.put("edge", new EdgeQuestion(engine, locator, facts.contextPath()));
		questions.put("properties", new PropertiesQuestion(locator));
		return new Questions(questions);
	}

}
