package io.github.corsstarter.autoconfigure.actuate;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Answers what the lab asks the endpoint beyond what everybody may ask. Only an
 * application in which the lab is on has a bean of this type.
 */
@FunctionalInterface
public interface LabAnswers {

	/**
	 * Where the lab is not on.
	 */
	LabAnswers NONE = (question, input) -> {
		throw new InvalidEndpointRequestException("There is no lab that could answer: cors.lab.enabled is not true, "
				+ "or the module cors-starter-lab is not there.", "No lab");
	};

	/**
	 * Answers a question. Nothing is changed by it.
	 * @param question the question's name
	 * @param input what it is about, or the empty text
	 * @return the answer
	 * @throws InvalidEndpointRequestException if there is no such question, or the input
	 * cannot be read
	 */
	OperationResponseBody answer(String question, String input);

}
