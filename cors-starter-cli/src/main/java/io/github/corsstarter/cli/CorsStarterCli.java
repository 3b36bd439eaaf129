package io.github.corsstarter.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.logging.LogManager;

import io.github.corsstarter.cli.input.UnusableInputException;
import io.github.corsstarter.cli.output.Plain;
import io.github.corsstarter.rules.Severity;
import io.github.corsstarter.text.Codes;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line.
 */
@Command(name = "cors-starter-cli", mixinStandardHelpOptions = true, versionProvider = Version.class,
		usageHelpAutoWidth = true, synopsisSubcommandLabel = "COMMAND",
		description = {
				"Checks, explains and compares the CORS policies of a Spring Boot application, without starting it.%n" },
		footer = { "%nBegin with: java -jar cors-starter-cli.jar check --config src/main/resources/application.yml",
				"Each command has a --help of its own." })
public final class CorsStarterCli implements Runnable {

	private static final int HELP_WIDTH = 110;

	private static final List<String> COMMANDS = List.of("check", "explain", "diff", "edge", "scan");

	@Spec
	private CommandSpec spec = CommandSpec.create();

	/**
	 * Runs a command and ends the JVM with its exit code.
	 * @param args the command and its arguments
	 */
	public static void main(String[] args) {
		// What libraries log is neither a result nor a message to the user.
		LogManager.getLogManager().reset();
		int code = run(create(args), args);
		System.out.flush();
		System.exit(code);
	}

	private static int run(CommandLine commandLine, String[] args) {
		try {
			return commandLine.execute(args);
		}
		// No memory, no stack, a class that a JDK lacks: no trace for users of these,
		// either.
		catch (Error ex) {
			return fail(ex, commandLine.getErr(), List.of(args).contains("--debug"));
		}
	}

	/**
	 * Creates the command line. Half of what picocli does at a start is to read the
	 * annotations of commands: where the arguments begin with one, the others are not
	 * read.
	 * @param args the command and its arguments
	 * @return a command line for these arguments
	 */
	static CommandLine create(String... args) {
		CommandLine commandLine = new CommandLine(new CorsStarterCli());
		if (args.length > 0 && COMMANDS.contains(args[0])) {
			commandLine.addSubcommand(command(args[0]));
		}
		else {
			COMMANDS.forEach((name) -> commandLine.addSubcommand(command(name)));
			commandLine.addSubcommand(new GenerateCompletion());
		}
		commandLine.registerConverter(Severity.class, new CodeConverter<>(Severity.class, Severity::code));
		commandLine.registerConverter(Format.class, new CodeConverter<>(Format.class, Codes::of));
		commandLine.setUsageHelpWidth(HELP_WIDTH);
		commandLine.setParameterExceptionHandler(CorsStarterCli::refuse);
		commandLine.setExecutionExceptionHandler(CorsStarterCli::fail);
		return commandLine;
	}

	private static CorsCommand command(String name) {
		return switch (name) {
			case "check" -> new CheckCommand();
			case "explain" -> new ExplainCommand();
			case "diff" -> new DiffCommand();
			case "edge" -> new EdgeCommand();
			case "scan" -> new ScanCommand();
			default -> throw new IllegalArgumentException(name);
		};
	}

	@Override
	public void run() {
		throw new ParameterException(this.spec.commandLine(), "Name a command: check, explain, diff, edge or scan.");
	}

	private static int refuse(ParameterException ex, String[] args) {
		CommandLine command = ex.getCommandLine();
		PrintWriter err = command.getErr();
		err.println(Plain.of(String.valueOf(ex.getMessage())));
		UnmatchedArgumentException.printSuggestions(ex, err);
		err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
		err.flush();
		return ExitCode.UNUSABLE;
	}

	private static int fail(Exception ex, CommandLine command, CommandLine.ParseResult result) {
		return fail(ex, command.getErr(), command.getCommand() instanceof CorsCommand cors && cors.debug());
	}

	private static int fail(Throwable ex, PrintWriter err, boolean debug) {
		String message = (ex instanceof UnusableInputException) ? String.valueOf(ex.getMessage())
				: "This should not happen: " + ex
						+ (debug ? "" : ". Run it again with --debug, and report what it prints.");
		err.println(Plain.of(message));
		if (debug) {
			ex.printStackTrace(err);
		}
		err.flush();
		return ExitCode.UNUSABLE;
	}

}
