package io.github.corsstarter.cli.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;

/**
 * How a file differs from what it should be.
 */
public final class FileDifference {

	private static final int CONTEXT = 3;

	private FileDifference() {
	}

	/**
	 * Compares a file.
	 * @param file the file, which may be missing
	 * @param expected what it should hold
	 * @return a unified diff that mends the file, or the empty text
	 * @throws IOException if the file is there and cannot be read
	 */
	public static String of(Path file, String expected) throws IOException {
		// Every byte is a character: the file may be anything.
		String actual = Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
		if (actual.equals(expected)) {
			return "";
		}
		List<String> before = lines(actual);
		List<String> difference = UnifiedDiffUtils.generateUnifiedDiff(file.toString(), file.toString(), before,
				DiffUtils.diff(before, lines(expected)), CONTEXT);
		return difference.isEmpty() ? file + " differs in its line ends" : String.join("\n", difference);
	}

	private static List<String> lines(String text) {
		return text.lines().toList();
	}

}
