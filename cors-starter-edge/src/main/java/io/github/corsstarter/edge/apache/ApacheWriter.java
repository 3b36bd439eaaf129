package io.github.corsstarter.edge.apache;

import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.edge.model.EdgeModel;
import io.github.corsstarter.edge.writer.EdgeFiles;
import io.github.corsstarter.edge.writer.EdgeWriter;
import io.github.corsstarter.edge.writer.Head;

/**
 * Says policies to Apache httpd: rules of mod_rewrite work out what a request gets and
 * answer, mod_headers writes it.
 */
public final class ApacheWriter implements EdgeWriter {

	private static final String SERVER = "Apache httpd 2.4.10 or newer (tried with 2.4.71)";

	/** The last of the statuses from 200 on that httpd knows without a gap. */
	private static final int LAST_KNOWN = 208;

	private static final int IM_USED = 226;

	private static final int OTHERWISE = 204;

	private static final List<String> LOST = List.of("An empty Origin field is taken for none.",
			"The body of a refusal is httpd's own.");

	private static final List<String> NOTES = List.of(
			"mod_rewrite, mod_headers and mod_setenvif have to be loaded. A virtual host does not take over the rules of"
					+ " the server: include the file in each.",
			"Include it in front of other rewriting. Preflights and refused requests are answered in front of"
					+ " authentication and ProxyPass.",
			"REQUEST_SCHEME and Host are taken for the browser's. Behind another proxy that hides them, only"
					+ " Sec-Fetch-Site tells requests of the same origin.",
			"A request with more than 100 header fields gets httpd's own 400: LimitRequestFields.");

	@Override
	public void write(EdgeModel model, EdgeFiles files) {
		String head = files.head(SERVER)
			.include("The file in a virtual host, or in the server where it has none, as Include conf/cors.conf.")
			.lost(Head.with(lost(model)))
			.mind(NOTES)
			.text();
		files.add("cors.conf", head + new ApacheDecision(model) + new ApacheHeaders(model));
	}

	private static List<String> lost(EdgeModel model) {
		int status = model.settings().preflightStatus();
		return (status == preflightStatus(model)) ? LOST
				: Stream.concat(LOST.stream(), Stream.of("A granted preflight is answered with " + OTHERWISE
						+ " and not " + status + ", which httpd does not know."))
					.toList();
	}

	/**
	 * Returns the status of granted preflights. With one that it does not know, httpd
	 * would not start.
	 */
	static int preflightStatus(EdgeModel model) {
		int status = model.settings().preflightStatus();
		return (status <= LAST_KNOWN || status == IM_USED) ? status : OTHERWISE;
	}

}
