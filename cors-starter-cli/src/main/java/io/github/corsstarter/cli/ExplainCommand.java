package io.github.corsstarter.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.autoconfigure.actuate.ConsoleDescriptor;
import io.github.corsstarter.autoconfigure.actuate.ExplanationDescriptor;
import io.github.corsstarter.cli.input.Configuration;
import io.github.corsstarter.cli.input.PolicyOptions;
import io.github.corsstarter.cli.input.UnusableInputException;
import io.github.corsstarter.cli.output.ExplanationText;
import io.github.corsstarter.cli.output.Json;
import io.github.corsstarter.console.ConsoleAnswer;
import io.github.corsstarter.console.ConsoleMessage;
import io.github.corsstarter.console.ConsoleQuestion;
import io.github.corsstarter.explain.CorsExplainer;
import io.github.corsstarter.explain.CorsExplanation;
import io.github.corsstarter.explain.CorsQuery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Tells what becomes of a request, or why a browser's console says what it says.
 */
@Command(name = "explain", description = {
		"Tells what would become of a page's request and, where it is refused, which line to change.",
		"It takes the request from --path and the options behind it, or out of the text that a browser's console"
				+ " printed. At least one of --console and --path is needed.%n" },
		exitCodeList = { "0:the browser gets what it asks for", "1:the request is refused, or the browser blocks it",
				"2:usage, something that cannot be read, or a console's text that lacks something" })
final class ExplainCommand extends CorsCommand {

	private static final String STANDARD_INPUT = "-";

	@Mixin
	private final PolicyOptions policies = new PolicyOptions();

	@Option(names = "--console", paramLabel = "TEXT|-",
			description = "What the console of Chromium, Firefox or Safari printed about CORS; - reads it from the"
					+ " standard input.")
	private @Nullable String console;

	@Option(names = "--path", paramLabel = "P",
			description = "The path that is asked for, or its whole URL. This and what follows goes before what the"
					+ " console's text says.")
	private @Nullable String path;

	@Option(names = "--origin", paramLabel = "O", description = "The page's origin, such as https://shop.example.com.")
	private @Nullable String origin;

	@Option(names = "--method", paramLabel = "M", description = "The method. Default: GET.")
	private @Nullable String method;

	@Option(names = "--headers", paramLabel = "H",
			description = "Headers that the page sets, separated by commas; with a value where that decides:"
					+ " content-type:application/json.")
	private List<String> headers = List.of();

	@Option(names = "--credentials", description = "The page asks for credentials: cookies and the like.")
	private boolean credentials;

	@Option(names = "--format", paramLabel = "text|json", defaultValue = "text",
			description = "How the explanation is printed. Default: text.")
	private Format format = Format.TEXT;

	@Override
	public Integer call() throws IOException {
		if (this.console == null && this.path == null) {
			throw new UnusableInputException("Say which request: --path PATH, or --console TEXT.");
		}
		if (this.format == Format.SARIF) {
			throw new UnusableInputException("--format: an explanation is text or json.");
		}
		ConsoleMessage message = (this.console != null) ? message(this.console) : null;
		Configuration configuration = this.policies.load().orThrow();
		configuration.notes().forEach(this::tell);
		CorsExplainer explainer = CorsExplainer.of(configuration.engine());
		try {
			return (message != null) ? answer(message, explainer, configuration)
					: explain(explainer.explain(query(configuration.basePath()), configuration.locator()));
		}
		catch (IllegalArgumentException ex) {
			throw new UnusableInputException(
					String.valueOf(ex.getMessage()).replaceAll("parameter (path|origin|method|headers)", "option --$1"),
					ex);
		}
	}

	private static ConsoleMessage message(String console) throws IOException {
		try {
			return ConsoleMessage.read(console.equals(STANDARD_INPUT) ? standardInput() : console);
		}
		catch (IllegalArgumentException ex) {
			throw new UnusableInputException("--console: " + ex.getMessage(), ex);
		}
	}

	private static String standardInput() throws IOException {
		InputStream in = System.in;
		// Four bytes make a character at most; one more tells that there is too much.
		return new String(in.readNBytes(4 * ConsoleMessage.MAX_LENGTH + 1), StandardCharsets.UTF_8);
	}

	private CorsQuery query(String basePath) {
		return CorsQuery.to(String.valueOf(this.path))
			.from(this.origin)
			.method((this.method != null) ? this.method : "GET")
			.headers(this.headers)
			.credentials(this.credentials)
			.below(basePath);
	}

	private int answer(ConsoleMessage message, CorsExplainer explainer, Configuration configuration) {
		ConsoleAnswer answer = new ConsoleQuestion(message, this.path, this.origin, this.method, this.headers,
				this.credentials ? true : null)
			.answer(explainer, configuration.locator(), configuration.basePath());
		if (this.format == Format.TEXT) {
			print(answer.text());
		}
		CorsExplanation explanation = answer.explanation();
		if (explanation != null) {
			return explain(explanation);
		}
		if (this.format == Format.JSON) {
			print(Json.write(Map.of("console", ConsoleDescriptor.of(answer))));
		}
		if (!answer.missing().isEmpty()) {
			tell("The text lacks what an explanation needs. Add "
					+ String.join(", ", answer.missing().stream().map(ExplainCommand::option).toList()) + ".");
		}
		boolean told = answer.missing().isEmpty() && message.problem().isTold();
		return told ? ExitCode.FOUND : ExitCode.UNUSABLE;
	}

	private static String option(ConsoleAnswer.Missing missing) {
		return switch (missing) {
			case URL -> "--path PATH";
			case ORIGIN -> "--origin ORIGIN";
			case METHOD -> "--method METHOD";
			case HEADER -> "--headers NAME";
		};
	}

	private int explain(CorsExplanation explanation) {
		ExplanationDescriptor descriptor = ExplanationDescriptor.of(explanation);
		print((this.format == Format.JSON) ? Json.write(descriptor) : ExplanationText.of(descriptor, ansi()));
		return (explanation.refusal() == null && explanation.isAccepted()) ? ExitCode.FINE : ExitCode.FOUND;
	}

}
