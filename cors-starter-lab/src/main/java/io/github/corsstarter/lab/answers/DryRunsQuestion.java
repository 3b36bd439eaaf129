package io.github.corsstarter.lab.answers;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.autoconfigure.actuate.CorsEndpoint;
import io.github.corsstarter.autoconfigure.actuate.ExplanationDescriptor;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What would become of many requests? A line of the input is an origin, or a request:
 * method, path or URL, {@code include} or {@code omit}, and if there are any, headers as
 * the endpoint itself takes them, with a space in between. Each request is asked about
 * from each origin.
 */
final class DryRunsQuestion implements Questions.Question {

	private static final int MAX_DRY_RUNS = 1_000;

	private final CorsEndpoint endpoint;

	DryRunsQuestion(CorsEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	@Override
	public OperationResponseBody answer(String input) {
		List<String> origins = new ArrayList<>();
		List<String[]> requests = new ArrayList<>();
		input.lines().filter((line) -> !line.isBlank()).forEach((line) -> {
			if (line.indexOf(' ') < 0) {
				origins.add(line);
			}
			else {
				requests.add(line.split(" ", 4));
			}
		});
		if ((long) origins.size() * requests.size() > MAX_DRY_RUNS) {
			throw new InvalidEndpointRequestException("That is more than " + MAX_DRY_RUNS + " dry runs",
					"Too many dry runs");
		}
		return new Answer(requests.stream()
			.map((request) -> origins.stream().map((origin) -> explain(request, origin)).toList())
			.toList());
	}

	private DryRun explain(String[] request, String origin) {
		if (request.length < 3) {
			return new DryRun(null, "A request is method, path and credentials");
		}
		List<String> headers = (request.length > 3) ? List.of(request[3]) : null;
		try {
			return new DryRun(this.endpoint.explain(request[1], origin, request[0], headers, request[2]), null);
		}
		catch (InvalidEndpointRequestException ex) {
			return new DryRun(null, ex.getMessage());
		}
	}

	/**
	 * The answer.
	 *
	 * @param dryRuns for each request, in the order of the lines, one for each origin
	 */
	record Answer(List<List<DryRun>> dryRuns) implements OperationResponseBody {
	}

	/**
	 * One of them.
	 *
	 * @param explanation what would become of the request, or {@code null}
	 * @param problem why nothing can be said, or {@code null}
	 */
	record DryRun(@Nullable ExplanationDescriptor explanation, @Nullable String problem) {
	}

}
