package io.github.corsstarter.cli.input;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options that say where policies are.
 */
public final class PolicyOptions {

	private static final List<Path> DEFAULTS = List.of(Path.of("application.yml"),
			Path.of("src/main/resources/application.yml"));

	@Option(names = "--config", paramLabel = "FILE",
			description = "Configuration to read: application.yml or .properties. Several: later ones win. Default:"
					+ " ./application.yml, then src/main/resources/application.yml.")
	private List<Path> files = List.of();

	@Option(names = "--policies", paramLabel = "FILE|URL",
			description = "In place of configuration: the JSON of /actuator/cors, as a file or by the endpoint's URL. It"
					+ " is what is in force, policies from code included.")
	private @Nullable String policies;

	@Mixin
	private final SourceOptions source = new SourceOptions();

	/**
	 * Reads the policies.
	 * @return the policies, wrong ones left out and reported
	 * @throws UnusableInputException if they cannot be read
	 */
	public Configuration load() {
		if (this.policies != null) {
			if (!this.files.isEmpty()) {
				throw new UnusableInputException("--config and --policies say two places; leave one of them out.");
			}
			return this.source.answer(this.policies, "--policies");
		}
		return this.source.files(this.files.isEmpty() ? List.of(defaultFile()) : this.files, "--config");
	}

	/**
	 * Returns how policies are read.
	 * @return the options for that
	 */
	public SourceOptions source() {
		return this.source;
	}

	private static Path defaultFile() {
		return DEFAULTS.stream()
			.filter(Files::isRegularFile)
			.findFirst()
			.orElseThrow(() -> new UnusableInputException(
					"There is neither ./application.yml nor src/main/resources/application.yml here. Name the file:"
							+ " --config FILE; or the JSON of /actuator/cors: --policies FILE|URL."));
	}

}
