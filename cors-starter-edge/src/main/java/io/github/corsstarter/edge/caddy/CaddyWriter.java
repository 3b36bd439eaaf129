package io.github.corsstarter.edge.caddy;

import java.util.List;

import io.github.corsstarter.edge.model.EdgeModel;
import io.github.corsstarter.edge.writer.EdgeFiles;
import io.github.corsstarter.edge.writer.EdgeWriter;
import io.github.corsstarter.edge.writer.Head;

/**
 * Says policies to Caddy: a chain of handlers of a route works out what a request gets,
 * and its headers are set at once, for Caddy's own errors, and again when a response
 * leaves.
 */
public final class CaddyWriter implements EdgeWriter {

	private static final String SERVER = "Caddy 2.6 or newer (tried with 2.6.2)";

	private static final List<String> NOTES = List.of(
			"Import it in front of everything else in the route. Preflights and refused requests are answered there.",
			"The scheme and Host are taken for the browser's. Behind another proxy that hides them, only Sec-Fetch-Site"
					+ " tells requests of the same origin.",
			"Names of matchers, placeholders and variables that start with cors_ are taken.");

	@Override
	public void write(EdgeModel model, EdgeFiles files) {
		String head = files.head(SERVER)
			.include("A site's route, as route { import cors.caddy, then what proxies }.")
			.lost(Head.with(List.of()))
			.mind(NOTES)
			.text();
		CaddyLines lines = new CaddyLines();
		new CaddyDecision(model, lines).write();
		new CaddyAnswers(model, lines).write();
		files.add("cors.caddy", head + lines);
	}

}
