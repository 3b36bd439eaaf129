package io.github.corsstarter.cli.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options that say how policies are read, wherever they are.
 */
public final class SourceOptions {

	private static final List<String> ENDINGS = List.of(".yml", ".yaml", ".properties");

	@Option(names = "--profile", paramLabel = "NAME", split = ",",
			description = "Active profile. Several: as spring.profiles.active has them.")
	private List<String> profiles = List.of();

	@Option(names = "--set", paramLabel = "NAME=VALUE",
			description = "Gives a placeholder or a property a value, as --NAME=VALUE of the application does.")
	private Map<String, String> values = new LinkedHashMap<>();

	@Option(names = "--skip-import", paramLabel = "PREFIX",
			description = "Leaves out imports that need a client which this tool has not, such as configserver:.")
	private List<String> skippedImports = List.of();

	@Option(names = "--token-from-env", paramLabel = "NAME",
			description = "Environment variable whose value is sent as Authorization, with \"Bearer \" in front where it"
					+ " has no space.")
	private @Nullable String tokenVariable;

	/**
	 * Reads files of configuration.
	 * @param files the files; later ones win
	 * @param argument the argument that names them, for messages
	 * @return their policies
	 * @throws UnusableInputException if one of them cannot be read
	 */
	Configuration files(List<Path> files, String argument) {
		for (Path file : files) {
			if (!Files.isRegularFile(file)) {
				throw new UnusableInputException(argument
						+ (Files.exists(file) ? ": " + file + " is no file." : ": there is no file " + file + "."));
			}
			// Spring Boot reads no other case of them.
			if (ENDINGS.stream().noneMatch(file.toString()::endsWith)) {
				throw new UnusableInputException(
						argument + ": " + file + " is no .yml, .yaml or .properties. The JSON of"
								+ (argument.startsWith("--") ? " /actuator/cors goes to --policies."
										: " /actuator/cors has a name that ends in .json."));
			}
		}
		if (this.values.containsKey("")) {
			throw new UnusableInputException("--set: =" + this.values.get("") + " has no name.");
		}
		return new ConfigurationFiles(files, this.profiles, this.values, this.skippedImports).load();
	}

	/**
	 * Reads what {@code /actuator/cors} answers.
	 * @param place a file or a URL
	 * @param argument the argument that names it, for messages
	 * @return the policies in it
	 * @throws UnusableInputException if it cannot be read
	 */
	Configuration answer(String place, String argument) {
		if (Remote.isUrl(place)) {
			return EndpointAnswer.read(Remote.get(place, authorization()), place);
		}
		try {
			return EndpointAnswer.read(Files.readString(Path.of(place)), place);
		}
		catch (IOException | InvalidPathException ex) {
			throw new UnusableInputException(argument + ": the file " + place + " cannot be read.", ex);
		}
	}

	/**
	 * Reads whatever it is: a URL, a file of JSON, or a file of configuration.
	 * @param place a file or a URL
	 * @param argument the argument that names it, for messages
	 * @return the policies in it
	 * @throws UnusableInputException if it cannot be read
	 */
	public Configuration load(String place, String argument) {
		boolean json = Remote.isUrl(place) || place.toLowerCase(Locale.ROOT).endsWith(".json");
		try {
			return json ? answer(place, argument) : files(List.of(Path.of(place)), argument);
		}
		catch (InvalidPathException ex) {
			throw new UnusableInputException(argument + ": there is no file " + place + ".", ex);
		}
	}

	/**
	 * Returns what is sent as {@code Authorization}.
	 * @return the variable's value, or {@code null} where none is named
	 * @throws UnusableInputException if the variable is not set
	 */
	public @Nullable String authorization() {
		if (this.tokenVariable == null) {
			return null;
		}
		String token = System.getenv(this.tokenVariable);
		if (token == null || token.isBlank()) {
			throw new UnusableInputException(
					"--token-from-env: the environment variable " + this.tokenVariable + " is not set.");
		}
		String value = token.strip();
		// The value itself is not for messages.
		if (value.chars().anyMatch((c) -> c < ' ' || c > '~')) {
			throw new UnusableInputException("--token-from-env: the environment variable " + this.tokenVariable
					+ " holds characters that no header carries.");
		}
		return value.contains(" ") ? value : "Bearer " + value;
	}

}
