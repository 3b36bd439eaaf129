package io.github.corsstarter.edge.haproxy;

import java.util.List;

import io.github.corsstarter.edge.model.EdgeModel;
import io.github.corsstarter.edge.writer.EdgeFiles;
import io.github.corsstarter.edge.writer.EdgeWriter;
import io.github.corsstarter.edge.writer.Head;

/**
 * Says policies to HAProxy: a chain of rules of a frontend works out what a request gets,
 * and rules for every response, HAProxy's own too, write it.
 */
public final class HaproxyWriter implements EdgeWriter {

	/** Most fields of requested headers that are joined for an echo. */
	static final int FIELDS = 4;

	private static final String SERVER = "HAProxy 2.4 or newer (tried with 2.6.12)";

	private static final List<String> LOST = List.of(
			"Under allowed-headers: '*' a preflight with more than " + FIELDS
					+ " fields of requested headers, or more than 128 elements, empty ones among them, is refused.",
			"The 4,096 characters of requested headers are counted in each field.");

	private static final List<String> NOTES = List.of(
			"Preflights and refused requests are answered in front of the frontend's own rules, http-request auth, say.",
			"ssl_fc and Host are taken for the browser's. Behind another proxy that hides them, only Sec-Fetch-Site tells"
					+ " requests of the same origin.",
			"HAProxy must have been built with PCRE, as all its packages are.",
			"Rules are asked one after another: with 500 policies that takes about half a millisecond a request.",
			"A request with more than 101 header fields gets HAProxy's own 400: tune.http.maxhdr.");

	@Override
	public void write(EdgeModel model, EdgeFiles files) {
		String head = files.head(SERVER)
			.include("HAProxy reads no other files from within a section: let what builds haproxy.cfg put these lines"
					+ " into the frontend, in front of its own rules, as sed '/^frontend web/r cors-frontend.cfg' does.")
			.lost(Head.with(LOST))
			.mind(NOTES)
			.text();
		HaproxyLines lines = new HaproxyLines();
		new HaproxyFrontend(model, lines).write();
		new HaproxyResponses(model, lines).write();
		files.add("cors-frontend.cfg", head + lines);
	}

}
