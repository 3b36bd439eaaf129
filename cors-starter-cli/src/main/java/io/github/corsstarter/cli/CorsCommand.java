package io.github.corsstarter.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

import io.github.corsstarter.cli.output.Plain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What all commands share. Results go to the standard output, everything else to the
 * standard error.
 */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
		usageHelpAutoWidth = true, exitCodeListHeading = "%nExit code:%n")
abstract class CorsCommand implements Callable<Integer> {

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Option(names = "--debug", description = "Prints the stack trace of an error.")
	private boolean debug;

	boolean debug() {
		return this.debug;
	}

	Ansi ansi() {
		return this.spec.commandLine().getColorScheme().ansi();
	}

	/**
	 * Prints a result.
	 */
	void print(String text) {
		print(text, this.spec.commandLine().getOut());
	}

	/**
	 * Tells something that is not part of the result.
	 */
	void tell(String text) {
		print(text, this.spec.commandLine().getErr());
	}

	private static void print(String text, PrintWriter writer) {
		writer.print(Plain.of(text).stripTrailing() + "\n");
		writer.flush();
	}

}
