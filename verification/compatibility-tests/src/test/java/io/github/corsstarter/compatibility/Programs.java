package io.github.corsstarter.compatibility;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Programs that tests run beside Java and Maven.
 */
public final class Programs {

	private Programs() {
	}

	/**
	 * Skips what follows where a program is missing, and fails there where
	 * {@code CI=true}.
	 * @param program what to look for
	 * @param packageName the package of Debian that brings it
	 */
	public static void require(String program, String packageName) throws IOException {
		if (status(new ProcessBuilder("sh", "-c", "command -v " + program).start()) == 0) {
			return;
		}
		String reason = program + " is missing; install the package " + packageName;
		if (Boolean.parseBoolean(System.getenv("CI"))) {
			throw new IllegalStateException(reason);
		}
		System.out.println("Skipped: " + reason);
		Assumptions.abort(reason);
	}

	/**
	 * Runs a program, which has to succeed.
	 * @param command the program and its arguments
	 * @return what it printed
	 */
	public static String run(List<String> command) throws IOException {
		return run(new ProcessBuilder(command));
	}

	/**
	 * Runs a program, which has to succeed.
	 * @param builder the program, its folder and environment
	 * @return what it printed
	 */
	public static String run(ProcessBuilder builder) throws IOException {
		Process process = builder.redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(status(process)).as(() -> String.join(" ", builder.command()) + ":\n" + output).isZero();
		return output;
	}

	static int status(Process process) {
		try {
			return process.waitFor();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
