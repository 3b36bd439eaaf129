package io.github.corsstarter.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;

import io.github.corsstarter.cli.input.Configuration;
import io.github.corsstarter.cli.input.PolicyOptions;
import io.github.corsstarter.cli.input.UnusableInputException;
import io.github.corsstarter.cli.output.FileDifference;
import io.github.corsstarter.edge.EdgeConfiguration;
import io.github.corsstarter.edge.EdgeFile;
import io.github.corsstarter.edge.EdgeOptions;
import io.github.corsstarter.edge.EdgeOutput;
import io.github.corsstarter.edge.EdgeTarget;
import io.github.corsstarter.rules.InvalidCorsPolicyException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Says the policies to what stands in front of the application.
 */
@Command(name = "edge",
		description = {
				"Writes the policies for what stands in front of the application, never wider than they are.%n" },
		exitCodeList = { "0:the files say all of the policies",
				"1:something cannot be said, or under --check files differ",
				"2:usage, something that cannot be read, or policies that would not start" })
final class EdgeCommand extends CorsCommand {

	@Parameters(index = "0", paramLabel = "TARGET", converter = TargetConverter.class,
			completionCandidates = Targets.class, description = "What the files are for: ${COMPLETION-CANDIDATES}.")
	private EdgeTarget target = EdgeTarget.NGINX;

	@Mixin
	private final PolicyOptions policies = new PolicyOptions();

	@Option(names = "--base-path", paramLabel = "/shop",
			description = "What stands in front of the policies' paths in the URLs that the edge sees. Default: the"
					+ " application's own context path or base path.")
	private @Nullable String basePath;

	@Option(names = "--ignore-path-case", description = "Upper and lower case do not differ in paths.")
	private boolean ignorePathCase;

	@Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder of the files.")
	private Path out = Path.of("");

	@Option(names = "--check",
			description = "Writes nothing, and prints how the files differ from what they should be.")
	private boolean check;

	@Override
	public Integer call() throws IOException {
		Configuration configuration = this.policies.load().orThrow();
		configuration.notes().forEach(this::tell);
		EdgeOutput output = output(configuration);
		output.findings().forEach((finding) -> print(finding.toString()));
		boolean differ = false;
		for (EdgeFile file : output.files()) {
			differ |= this.check ? differs(file) : write(file);
		}
		if (output.files().isEmpty()) {
			print(this.target.id() + " cannot say which paths are refused, so no file is made.");
		}
		return (differ || !output.findings().isEmpty()) ? ExitCode.FOUND : ExitCode.FINE;
	}

	private EdgeOutput output(Configuration configuration) {
		try {
			EdgeOptions options = EdgeOptions.DEFAULTS.withFindings()
				.withLocator(configuration.locator())
				.withBasePath((this.basePath != null) ? this.basePath : configuration.basePath());
			return EdgeConfiguration
				.of(configuration.policies(), this.ignorePathCase ? options.withCaseSensitivePaths(false) : options)
				.to(this.target);
		}
		catch (IllegalArgumentException ex) {
			throw new UnusableInputException("--base-path: " + ex.getMessage(), ex);
		}
		catch (InvalidCorsPolicyException ex) {
			throw new UnusableInputException(String.valueOf(ex.getMessage()), ex);
		}
	}

	private boolean write(EdgeFile file) {
		Path path = this.out.resolve(file.name());
		try {
			Files.createDirectories(this.out);
			Files.writeString(path, file.content(), StandardCharsets.US_ASCII);
		}
		catch (IOException ex) {
			throw new UnusableInputException("--out: " + path + " cannot be written: " + ex.getMessage(), ex);
		}
		print("wrote " + path);
		return false;
	}

	private boolean differs(EdgeFile file) {
		Path path = this.out.resolve(file.name());
		try {
			String difference = FileDifference.of(path, file.content());
			print(difference.isEmpty() ? path + " is up to date" : difference);
			return !difference.isEmpty();
		}
		catch (IOException ex) {
			throw new UnusableInputException("--out: " + path + " cannot be read: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Reads a target.
	 */
	static final class TargetConverter extends CodeConverter<EdgeTarget> {

		TargetConverter() {
			super(EdgeTarget.class, EdgeTarget::id);
		}

	}

	/**
	 * The targets by their names.
	 */
	static final class Targets implements Iterable<String> {

		@Override
		public Iterator<String> iterator() {
			return Arrays.stream(EdgeTarget.values()).map(EdgeTarget::id).iterator();
		}

	}

}
