package io.github.corsstarter.lab.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

import io.github.corsstarter.lab.Arrivals;
import io.github.corsstarter.lab.Exchange;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What of experiments arrived? The input is their ids, separated by spaces.
 */
final class ArrivalsQuestion implements Questions.Question {

	private final Arrivals arrivals;

	ArrivalsQuestion(Arrivals arrivals) {
		this.arrivals = arrivals;
	}

	@Override
	public OperationResponseBody answer(String input) {
		List<List<Arrived>> experiments = new ArrayList<>();
		StringTokenizer ids = new StringTokenizer(input);
		while (ids.hasMoreTokens()) {
			experiments.add(this.arrivals.find(ids.nextToken()).stream().map(Arrived::of).toList());
		}
		return new Answer(experiments);
	}

	/**
	 * The answer.
	 *
	 * @param arrivals what arrived of each experiment, in the order of the ids
	 */
	record Answer(List<List<Arrived>> arrivals) implements OperationResponseBody {
	}

	/**
	 * A request that arrived.
	 *
	 * @param preflight whether it was a preflight
	 * @param cookies whether it brought cookies
	 * @param asked the request's own headers that CORS is about
	 * @param status the response's status, or {@code null} as long as there is none
	 * @param headers the response's headers, or {@code null} as long as there are none
	 */
	record Arrived(boolean preflight, boolean cookies, Map<String, String> asked, @Nullable Integer status,
			@Nullable Map<String, String> headers) {

		static Arrived of(Exchange exchange) {
			Exchange.Answer answer = exchange.answer();
			return new Arrived(exchange.preflight(), exchange.cookies(), exchange.headers(),
					(answer != null) ? answer.status() : null, (answer != null) ? answer.headers() : null);
		}

	}

}
