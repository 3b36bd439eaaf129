package io.github.corsstarter.lab.answers;

import java.util.List;

import io.github.corsstarter.autoconfigure.actuate.FindingDescriptor;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What would a start say about an {@code application.yml}? The input is the file's text.
 */
final class DraftQuestion implements Questions.Question {

	@Override
	public OperationResponseBody answer(String input) {
		return new Answer(Draft.read(input).findings().stream().map(FindingDescriptor::of).toList());
	}

	/**
	 * The answer.
	 *
	 * @param findings errors and warnings
	 */
	record Answer(List<FindingDescriptor> findings) implements OperationResponseBody {
	}

}
