package io.github.corsstarter.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.autoconfigure.actuate.FindingDescriptor;
import io.github.corsstarter.cli.input.Configuration;
import io.github.corsstarter.cli.input.PolicyOptions;
import io.github.corsstarter.cli.output.FindingText;
import io.github.corsstarter.cli.output.Json;
import io.github.corsstarter.cli.output.SarifReport;
import io.github.corsstarter.rules.Rule;
import io.github.corsstarter.rules.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Says what a start would say.
 */
@Command(name = "check", description = { "Says what a start of the application would say about its policies.%n" },
		exitCodeList = { "0:nothing at or above --fail-on", "1:an error, or a warning under --fail-on warning",
				"2:usage, or something that cannot be read" })
final class CheckCommand extends CorsCommand {

	/** What only handlers, filters and the class path of the application can tell. */
	private static final List<String> ASK_APPLICATION = List.of("covers-actuator", "method-override-filter",
			"cross-origin-annotation-overridden", "other-cors-configuration", "path-rewriting-filter",
			"narrows-configured-path", "unsupported-path-matching", "ungoverned-route");

	@Mixin
	private final PolicyOptions policies = new PolicyOptions();

	@Option(names = "--fail-on", paramLabel = "error|warning",
			description = "From which severity the exit code is 1. Default: what cors.fail-on says, else error.")
	private @Nullable Severity failOn;

	@Option(names = "--format", paramLabel = "text|json|sarif", defaultValue = "text",
			description = "How findings are printed. Default: text.")
	private Format format = Format.TEXT;

	@Override
	public Integer call() throws IOException {
		Configuration configuration = this.policies.load();
		List<FindingDescriptor> findings = configuration.findings();
		List<String> notAsked = configuration.running() ? List.of()
				: Arrays.stream(Rule.values()).map(Rule::id).filter(ASK_APPLICATION::contains).toList();
		switch (this.format) {
			case TEXT -> printText(configuration, notAsked);
			case JSON -> printJson(findings, notAsked);
			case SARIF -> print(SarifReport.of(findings, Version.read(), notAsked));
		}
		if (this.format != Format.TEXT) {
			configuration.notes().forEach(this::tell);
		}
		Severity severity = (this.failOn != null) ? this.failOn : configuration.failOn();
		return FindingText.from(severity, findings).isEmpty() ? ExitCode.FINE : ExitCode.FOUND;
	}

	private void printText(Configuration configuration, List<String> notAsked) {
		List<FindingDescriptor> findings = configuration.findings();
		if (!findings.isEmpty()) {
			print(FindingText.of(findings, ansi()));
			print("");
		}
		configuration.notes().forEach(this::print);
		long accepted = findings.stream().filter((finding) -> finding.accepted() != null).count();
		long errors = findings.stream().filter(FindingText::isError).count();
		print(configuration.description() + ": " + count(configuration.policies().policies().size(), "valid policy")
				+ ", " + count(errors, "error") + ", " + count(findings.size() - errors, "warning")
				+ ((accepted > 0) ? " (" + accepted + " accepted)" : ""));
		if (!notAsked.isEmpty()) {
			print("Not asked, as only the running application knows: " + String.join(", ", notAsked));
		}
	}

	private static String count(long number, String noun) {
		String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
		return number + " " + ((number == 1) ? noun : plural);
	}

	private void printJson(List<FindingDescriptor> findings, List<String> notAsked) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("findings", findings);
		json.put("notAsked", notAsked);
		print(Json.write(json));
	}

}
