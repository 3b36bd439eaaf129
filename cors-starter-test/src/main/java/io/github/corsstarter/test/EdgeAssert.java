package io.github.corsstarter.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.corsstarter.edge.EdgeConfiguration;
import io.github.corsstarter.edge.EdgeFile;
import io.github.corsstarter.edge.EdgeOptions;
import io.github.corsstarter.edge.EdgeOutput;
import io.github.corsstarter.edge.EdgeRule;
import io.github.corsstarter.edge.EdgeTarget;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.util.diff.DiffUtils;

/**
 * Assertion about the files that say an application's policies to what stands in front of
 * it: that those in the repository are what the policies make.
 */
public final class EdgeAssert extends AbstractAssert<EdgeAssert, WrittenPolicies> {

	/** With this system property, files are written and not compared. */
	static final String UPDATE = "cors.edge.update";

	private static final int CONTEXT = 3;

	private static final int MAX_LINES = 200;

	private final EdgeTarget target;

	private final Set<EdgeRule> accepted = EnumSet.noneOf(EdgeRule.class);

	private EdgeOptions options;

	EdgeAssert(WrittenPolicies policies, EdgeTarget target) {
		super(policies, EdgeAssert.class);
		this.target = target;
		this.options = EdgeOptions.DEFAULTS.withFindings()
			.withLocator(policies.locator())
			.withBasePath(policies.basePath());
	}

	/**
	 * Sets what stands in front of the policies' paths in the URLs that the edge sees. By
	 * default that is the application's context path or base path.
	 * @param basePath a plain path such as {@code /shop}, or the empty text
	 * @return this
	 * @throws IllegalArgumentException if it is not empty and no plain path
	 */
	public EdgeAssert withBasePath(String basePath) {
		this.options = this.options.withBasePath(basePath);
		return this;
	}

	/**
	 * Lets upper and lower case be the same in paths.
	 * @return this
	 */
	public EdgeAssert ignoringPathCase() {
		this.options = this.options.withCaseSensitivePaths(false);
		return this;
	}

	/**
	 * Accepts that the target cannot say something: policies that such a finding names
	 * grant nothing there, which is then meant. Where no file can be made at all, that is
	 * still a failure.
	 * @param rules ids of rules, as {@code edge-max-age-not-expressible}
	 * @return this
	 * @throws IllegalArgumentException if there is no such rule
	 */
	public EdgeAssert accepting(String... rules) {
		for (String rule : rules) {
			this.accepted.add(Arrays.stream(EdgeRule.values())
				.filter((known) -> known.id().equals(rule))
				.findFirst()
				.orElseThrow(() -> new IllegalArgumentException("There is no rule \"" + rule + "\"; there are "
						+ Arrays.stream(EdgeRule.values()).map(EdgeRule::id).collect(Collectors.joining(", ")))));
		}
		return this;
	}

	/**
	 * Verifies that a folder holds the files that the policies make, and that the target
	 * can say all of them but for what is {@linkplain #accepting accepted}. With the
	 * system property {@code cors.edge.update}, as {@code -Dcors.edge.update=true}, the
	 * files are written first. Line ends of either kind are the same.
	 * @param folder the folder, which may hold other files, too
	 * @return this
	 */
	public EdgeAssert isUpToDate(Path folder) {
		EdgeOutput output = EdgeConfiguration.of(this.actual.engine().policySet(), this.options).to(this.target);
		if (Boolean.getBoolean(UPDATE)) {
			output.files().forEach((file) -> write(folder, file));
		}
		String differences = output.files()
			.stream()
			.map((file) -> difference(folder.resolve(file.name()), file.content()))
			.collect(Collectors.joining());
		if (!differences.isEmpty()) {
			failWithMessage(
					"%nExpected %s to hold what the policies make for %s. Run the test with -D%s=true to write it.%n%s",
					folder, this.target.id(), UPDATE, differences);
		}
		verifyNothingIsLost(output);
		return this;
	}

	private void verifyNothingIsLost(EdgeOutput output) {
		boolean nothing = output.files().isEmpty();
		String findings = output.findings()
			.stream()
			.filter((finding) -> nothing || !this.accepted.contains(finding.rule()))
			.map((finding) -> "\n  " + finding)
			.collect(Collectors.joining());
		if (!findings.isEmpty()) {
			failWithMessage("%n%s cannot say all of the policies; %s:%s", this.target.id(),
					nothing ? "no file is made, as paths cannot even be refused"
							: "those that are named grant nothing there, which accepting(\"rule\") takes for meant",
					findings);
		}
	}

	private static void write(Path folder, EdgeFile file) {
		try {
			Files.createDirectories(folder);
			Files.writeString(folder.resolve(file.name()), file.content(), StandardCharsets.US_ASCII);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String difference(Path file, String expected) {
		if (!Files.exists(file)) {
			return file + " is missing.\n";
		}
		List<String> before = read(file);
		List<String> after = expected.lines().toList();
		List<String> lines = DiffUtils.generateUnifiedDiff(file.toString(), file.toString(), before,
				DiffUtils.diff(before, after), CONTEXT);
		String more = (lines.size() > MAX_LINES) ? "... and " + (lines.size() - MAX_LINES) + " lines more\n" : "";
		return lines.stream().limit(MAX_LINES).map((line) -> line + "\n").collect(Collectors.joining()) + more;
	}

	/**
	 * Reads a file, whatever it is: every byte is a character.
	 */
	private static List<String> read(Path file) {
		try {
			return Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
