package io.github.corsstarter.edge.envoy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.edge.model.EdgeModel;
import io.github.corsstarter.edge.writer.EdgeFiles;
import io.github.corsstarter.edge.writer.EdgeWriter;
import io.github.corsstarter.edge.writer.Head;
import io.github.corsstarter.edge.writer.YamlText;

/**
 * Says policies to Envoy: routes of a virtual host, of which the first that matches
 * counts.
 */
public final class EnvoyWriter implements EdgeWriter {

	private static final String SERVER = "Envoy 1.25 or newer (checked by its protobufs, and by a model of how it matches routes)";

	private static final int DEFAULT_PROGRAM_SIZE = 100;

	private static final List<String> LOST = List.of(
			"Requests of the same origin are only told by Sec-Fetch-Site, as two headers cannot be compared.",
			"Lengths are not bounded, nor is the number of requested headers.",
			"Paths with %2F, %5C or with escapes that none needs (as %61) are refused everywhere.",
			"Vary may name Origin twice where the upstream names it, too.");

	private static final List<String> NOTES = List.of(
			"The cluster \"" + EnvoyRoutes.CLUSTER
					+ "\" stands for yours. Routes of your own come behind these; where one of"
					+ " yours has to see requests of a governed path, repeat these for it.",
			"The connection manager has to set normalize_path: true, merge_slashes: true and"
					+ " path_with_escaped_slashes_action: REJECT_REQUEST.");

	@Override
	public void write(EdgeModel model, EdgeFiles files) {
		List<Map<String, ?>> routes = new EnvoyRoutes(model).routes();
		List<String> notes = new ArrayList<>(NOTES);
		int program = ProgramSize.largest(routes);
		if (program > DEFAULT_PROGRAM_SIZE) {
			notes.add("An expression makes a program of about " + program + " instructions: the runtime has to set"
					+ " re2.max_program_size.error_level above that, which is " + DEFAULT_PROGRAM_SIZE
					+ " by default.");
		}
		String head = files.head(SERVER)
			.include(
					"The routes in a virtual host of a RouteConfiguration, in their order, in front of its other routes.")
			.lost(Head.with(LOST))
			.mind(notes)
			.text();
		files.add("cors-routes.yaml", head + "\n" + YamlText.of(Map.of("routes", routes)));
	}

}
