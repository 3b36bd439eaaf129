package io.github.corsstarter.autoconfigure.adopt.suggest;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.corsstarter.text.Printable;
import io.github.corsstarter.text.Yaml;

/**
 * Writes policies as {@code application.yml} has them. Every key is written, so that
 * {@code cors.defaults} widen none.
 */
final class SuggestionYaml {

	private final StringBuilder yaml = new StringBuilder("cors:\n  policies:\n");

	private SuggestionYaml() {
	}

	static String of(List<PolicyDraft> drafts) {
		if (drafts.isEmpty()) {
			return "";
		}
		SuggestionYaml writer = new SuggestionYaml();
		drafts.forEach(writer::write);
		return writer.yaml.toString();
	}

	private void write(PolicyDraft draft) {
		Set<String> places = new LinkedHashSet<>();
		draft.madeOf().forEach((other) -> places.add("from " + Printable.of(other.place())));
		places.forEach((place) -> comment("    ", place));
		draft.comments("").forEach((text) -> comment("    ", text));
		this.yaml.append("    ").append(value(draft.name())).append(":\n");
		list(draft, PolicyDraft.PATHS);
		if (draft.denies()) {
			for (String key : List.of(PolicyDraft.ORIGINS, PolicyDraft.METHODS)) {
				draft.comments(key).forEach((text) -> comment("      ", text));
			}
			line("mode", "deny");
			line("on-refusal", "forward");
			return;
		}
		list(draft, PolicyDraft.ORIGINS);
		list(draft, PolicyDraft.METHODS);
		list(draft, PolicyDraft.HEADERS);
		list(draft, PolicyDraft.EXPOSED);
		draft.comments(PolicyDraft.CREDENTIALS).forEach((text) -> comment("      ", text));
		line(PolicyDraft.CREDENTIALS, String.valueOf(draft.allowsCredentials()));
		line("max-age", duration(draft.maxAge()));
		comment("      ", "mode: report-only");
	}

	private void list(PolicyDraft draft, String key) {
		draft.comments(key).forEach((text) -> comment("      ", text));
		line(key, draft.list(key).stream().map(SuggestionYaml::value).collect(Collectors.joining(", ", "[", "]")));
	}

	private void line(String key, String value) {
		this.yaml.append("      ").append(key).append(": ").append(value).append('\n');
	}

	private void comment(String indentation, String text) {
		this.yaml.append(indentation).append("# ").append(text).append('\n');
	}

	private static String value(String text) {
		return (text.indexOf('"') >= 0 || text.indexOf('\\') >= 0) ? "'" + text.replace("'", "''") + "'"
				: Yaml.value(text);
	}

	private static String duration(Duration duration) {
		long seconds = duration.toSeconds();
		if (seconds == 0 || seconds % 60 != 0) {
			return seconds + "s";
		}
		return (seconds % 3600 == 0) ? seconds / 3600 + "h" : seconds / 60 + "m";
	}

}
