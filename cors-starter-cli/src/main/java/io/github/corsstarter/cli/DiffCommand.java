package io.github.corsstarter.cli;

import io.github.corsstarter.cli.input.Configuration;
import io.github.corsstarter.cli.input.SourceOptions;
import io.github.corsstarter.cli.input.UnusableInputException;
import io.github.corsstarter.cli.output.DifferenceText;
import io.github.corsstarter.cli.output.Json;
import io.github.corsstarter.diff.CorsDifferences;
import io.github.corsstarter.diff.PolicyVersion;
import io.github.corsstarter.text.Codes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Says whom a change lets in, and whom it keeps out.
 */
@Command(name = "diff",
		description = {
				"Says whom a change of policies lets in, and whom it keeps out: by meaning, so that order, names and"
						+ " other ways to write the same are no difference.%n" },
		exitCodeList = { "0:nothing that --fail-on asks for",
				"1:under --fail-on widened or narrowed: that list is not empty",
				"2:usage, something that cannot be read, or policies that would not start" })
final class DiffCommand extends CorsCommand {

	@Parameters(index = "0", paramLabel = "OLD",
			description = "Configuration as it was: a file, the JSON of /actuator/cors, or the endpoint's URL.")
	private String before = "";

	@Parameters(index = "1", paramLabel = "NEW", description = "Configuration as it is to be.")
	private String after = "";

	@Mixin
	private final SourceOptions source = new SourceOptions();

	@Option(names = "--fail-on", paramLabel = "widened|narrowed|none", defaultValue = "none",
			converter = FailOnConverter.class, description = "Which list has to be empty. Default: ${DEFAULT-VALUE}.")
	private FailOn failOn = FailOn.NONE;

	@Option(names = "--format", paramLabel = "text|json", defaultValue = "text",
			description = "How differences are printed. Default: ${DEFAULT-VALUE}.")
	private Format format = Format.TEXT;

	@Override
	public Integer call() {
		if (this.format == Format.SARIF) {
			throw new UnusableInputException("--format: differences are text or json.");
		}
		Configuration old = load(this.before, "OLD");
		Configuration next = load(this.after, "NEW");
		if (!old.basePath().equals(next.basePath())) {
			tell("The base path differs, \"" + old.basePath() + "\" and \"" + next.basePath()
					+ "\"; paths are compared without it.");
		}
		CorsDifferences differences = CorsDifferences.between(version(old), version(next));
		print((this.format == Format.JSON) ? Json.write(DifferenceText.json(differences))
				: DifferenceText.of(differences, ansi()));
		return switch (this.failOn) {
			case WIDENED -> differences.widened().isEmpty() ? ExitCode.FINE : ExitCode.FOUND;
			case NARROWED -> differences.narrowed().isEmpty() ? ExitCode.FINE : ExitCode.FOUND;
			case NONE -> ExitCode.FINE;
		};
	}

	private Configuration load(String place, String argument) {
		Configuration configuration = this.source.load(place, argument).orThrow();
		configuration.notes().forEach(this::tell);
		return configuration;
	}

	private static PolicyVersion version(Configuration configuration) {
		return new PolicyVersion(configuration.policies(), configuration.locator());
	}

	/**
	 * Reads which differences a pipeline stops at.
	 */
	static final class FailOnConverter extends CodeConverter<FailOn> {

		FailOnConverter() {
			super(FailOn.class, Codes::of);
		}

	}

	/**
	 * Which differences a pipeline stops at.
	 */
	enum FailOn {

		/** What only the new version grants. */
		WIDENED,

		/** What only the old version grants. */
		NARROWED,

		/** None. */
		NONE

	}

}
