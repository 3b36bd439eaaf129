package io.github.corsstarter.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import io.github.corsstarter.cli.input.Configuration;
import io.github.corsstarter.cli.input.PolicyOptions;
import io.github.corsstarter.cli.input.UnusableInputException;
import io.github.corsstarter.cli.output.ScanProgress;
import io.github.corsstarter.rules.Severity;
import io.github.corsstarter.scan.CorsScan;
import io.github.corsstarter.scan.ScanOptions;
import io.github.corsstarter.scan.ScanPolicies;
import io.github.corsstarter.scan.finding.ScanSeverity;
import io.github.corsstarter.scan.report.ScanReport;
import io.github.corsstarter.scan.send.TrustedRoots;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Holds what browsers get from a deployed site against what its policies say.
 */
@Command(name = "scan", description = {
		"Holds what browsers really get from a deployed site against what its policies say, and tries the"
				+ " known attacks around them.",
		"It sends OPTIONS, GET and HEAD to the one host that is named, and follows no redirect; --plan shows what"
				+ " it would send.%n" },
		exitCodeList = { "0:browsers get what the policies say", "1:findings at or above --fail-on",
				"2:usage, something that cannot be read, or policies that would not start",
				"3:something could not be judged, and nothing else was found" })
final class ScanCommand extends CorsCommand {

	@Parameters(index = "0", paramLabel = "URL", description = "The site: http or https and a host, without a path.")
	private URI url = URI.create("");

	@Mixin
	private final PolicyOptions policies = new PolicyOptions();

	@Option(names = "--paths", paramLabel = "/a,/b", split = ",",
			description = "Paths to ask for, in place of samples made out of the policies' patterns.")
	private List<String> paths = List.of();

	@Option(names = "--base-path", paramLabel = "/shop",
			description = "What stands in front of the policies' paths in the site's URLs. Default: the application's own"
					+ " context path or base path.")
	private @Nullable String basePath;

	@Option(names = "--direct", paramLabel = "URL",
			description = "Where the application itself is asked, too, so that findings say whose fault it is.")
	private @Nullable URI direct;

	@Option(names = "--rate", paramLabel = "N", defaultValue = "" + ScanOptions.DEFAULT_RATE,
			description = "Requests a second, 1 to 1000. Default: ${DEFAULT-VALUE}.")
	private int rate = ScanOptions.DEFAULT_RATE;

	@Option(names = "--max-requests", paramLabel = "N", defaultValue = "" + ScanOptions.DEFAULT_MAX_REQUESTS,
			description = "Requests in all. Default: ${DEFAULT-VALUE}.")
	private int maxRequests = ScanOptions.DEFAULT_MAX_REQUESTS;

	@Option(names = "--preflight-only", description = "Sends OPTIONS only.")
	private boolean preflightOnly;

	@Option(names = "--fail-on", paramLabel = "error|warning", defaultValue = "error",
			description = "From which severity the exit code is 1. Default: ${DEFAULT-VALUE}.")
	private Severity failOn = Severity.ERROR;

	@Option(names = "--cacert", paramLabel = "FILE",
			description = "Certificates in PEM that verify the site, in place of those that the JDK trusts.")
	private @Nullable Path certificates;

	@Option(names = "--json", paramLabel = "F", description = "Writes the report as JSON, too.")
	private @Nullable Path json;

	@Option(names = "--sarif", paramLabel = "F", description = "Writes the report as SARIF 2.1.0, too.")
	private @Nullable Path sarif;

	@Option(names = "--junit", paramLabel = "F", description = "Writes the report as JUnit XML, too.")
	private @Nullable Path junit;

	@Option(names = "--plan", description = "Prints what would be sent, and sends nothing.")
	private boolean plan;

	@Override
	public Integer call() {
		Configuration configuration = this.policies.load().orThrow();
		configuration.notes().forEach(this::tell);
		CorsScan scan = scan(configuration);
		if (this.plan) {
			print(scan.planText());
			return ExitCode.FINE;
		}
		// Before anything is sent: a scan may take minutes.
		checkWritable("--json", this.json);
		checkWritable("--sarif", this.sarif);
		checkWritable("--junit", this.junit);
		ScanReport report = scan.run(new ScanProgress(this::tell));
		print(report.toText());
		ScanSeverity severity = (this.failOn == Severity.ERROR) ? ScanSeverity.ERROR : ScanSeverity.WARNING;
		write("--json", this.json, report.toJson());
		write("--sarif", this.sarif, report.toSarif());
		write("--junit", this.junit, report.toJunitXml(severity));
		if (report.findings().stream().anyMatch((finding) -> finding.severity().compareTo(severity) <= 0)) {
			return ExitCode.FOUND;
		}
		return (report.inconclusive() > 0) ? ExitCode.INCONCLUSIVE : ExitCode.FINE;
	}

	private CorsScan scan(Configuration configuration) {
		try {
			ScanOptions.Builder options = ScanOptions.of(this.url)
				.basePath((this.basePath != null) ? this.basePath : configuration.basePath())
				.paths(this.paths)
				.rate(this.rate)
				.maxRequests(this.maxRequests)
				.preflightOnly(this.preflightOnly);
			if (this.direct != null) {
				options.direct(this.direct);
			}
			String authorization = this.policies.source().authorization();
			if (authorization != null) {
				options.authorization(authorization);
			}
			if (this.certificates != null) {
				options.tls(TrustedRoots.read(this.certificates));
			}
			return CorsScan.of(
					new ScanPolicies(configuration.policies(), configuration.locator(), configuration.description()),
					options.build());
		}
		catch (IllegalArgumentException ex) {
			throw new UnusableInputException(String.valueOf(ex.getMessage()), ex);
		}
		catch (IOException ex) {
			throw new UnusableInputException("--cacert: " + ex.getMessage(), ex);
		}
	}

	private static void checkWritable(String option, @Nullable Path file) {
		if (file == null) {
			return;
		}
		Path parent = file.toAbsolutePath().normalize().getParent();
		if (Files.isDirectory(file)) {
			throw new UnusableInputException(option + ": " + file + " cannot be written: it is a folder.");
		}
		if (parent != null && !Files.isDirectory(parent)) {
			throw new UnusableInputException(
					option + ": " + file + " cannot be written: there is no folder " + file.getParent() + ".");
		}
	}

	private static void write(String option, @Nullable Path file, String report) {
		if (file == null) {
			return;
		}
		try {
			Files.writeString(file, report);
		}
		catch (IOException ex) {
			throw new UnusableInputException(option + ": " + file + " cannot be written: "
					+ ex.getClass().getSimpleName().toLowerCase(Locale.ROOT), ex);
		}
	}

}
