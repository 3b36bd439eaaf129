package io.github.corsstarter.edge.writer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

import io.github.corsstarter.edge.model.EdgeModel;
import io.github.corsstarter.edge.model.EdgePolicy;
import io.github.corsstarter.text.Printable;

/**
 * Begins a file: what it is for, made of what, how to include it, what it loses, and what
 * to mind. All targets take a number sign for the start of a comment.
 */
public final class Head {

	private static final int WIDTH = 110;

	private static final String VERSION = version();

	/**
	 * What no server's configuration can work out.
	 */
	private static final List<String> LOST_EVERYWHERE = List.of(
			"CORS requests for paths that servers read in different ways (with ; // \\ %2F or %5C) are refused where they"
					+ " could lead to a policy, and those with dot segments or broken escapes everywhere.",
			"IPv6 hosts are refused under an origin such as moz-extension://*.",
			"Under allowed-headers: '*' a name that is requested twice counts twice towards 128.");

	private final List<String> lines = new ArrayList<>();

	private final EdgeModel model;

	/**
	 * Starts a head.
	 * @param target the target's name and versions
	 * @param exactness the word for the target's class
	 * @param model what is written
	 */
	Head(String target, String exactness, EdgeModel model) {
		this.model = model;
		add("CORS policies for " + target + ". Class: " + exactness + ".");
		add("Written by CORS Starter " + VERSION + ". Policies: sha256:" + hash(model) + ".");
		add("Do not edit: change the policies, and write the file anew.");
	}

	public static List<String> with(List<String> losses) {
		List<String> all = new ArrayList<>(LOST_EVERYWHERE);
		all.addAll(losses);
		return all;
	}

	public Head include(String text) {
		return section("Include", List.of(text));
	}

	public Head lost(List<String> losses) {
		List<String> all = new ArrayList<>(losses);
		if (this.model.settings().debug()) {
			all.add("cors.debug: no refusal tells its reason.");
		}
		return all.isEmpty() ? this : section("Lost", all);
	}

	public Head mind(List<String> notes) {
		return section("Mind", notes);
	}

	private Head section(String title, List<String> texts) {
		this.lines.add("");
		add(title + ":");
		texts.forEach((text) -> wrap("- ", text));
		return this;
	}

	/**
	 * Returns the head with the names of the policies.
	 */
	public String text() {
		List<String> policies = this.model.policies()
			.stream()
			.map((policy) -> policy.number() + " " + comment(policy.name()) + (policy.refusing() ? " (refuses)" : ""))
			.collect(Collectors.toCollection(ArrayList::new));
		String silent = this.model.reporting().stream().map(Head::comment).collect(Collectors.joining(", "));
		policies.add("Policies that are off" + (silent.isEmpty() ? "" : " or report-only (" + silent + ")")
				+ " make nothing.");
		section("Policies", policies);
		return this.lines.stream().map((line) -> ("# " + line).strip() + "\n").collect(Collectors.joining());
	}

	/**
	 * Makes a name fit for a comment. To some servers a backslash at the end of a line
	 * means that the next one belongs to it.
	 */
	private static String comment(String name) {
		return Printable.of(name).replace('\\', '?');
	}

	private void add(String line) {
		this.lines.add(line);
	}

	private void wrap(String start, String text) {
		StringBuilder line = new StringBuilder(start);
		for (String word : text.split(" ", -1)) {
			if (line.length() + word.length() > WIDTH) {
				this.lines.add(line.toString().stripTrailing());
				line = new StringBuilder("  ");
			}
			line.append(word).append(' ');
		}
		this.lines.add(line.toString().stripTrailing());
	}

	private static String hash(EdgeModel model) {
		String text = model.policies().stream().map(EdgePolicy::resolved).toList() + "\n" + model.reporting() + "\n"
				+ model.settings().preflightStatus() + "\n" + model.settings().debug() + "\n" + model.basePath() + "\n"
				+ model.caseSensitive();
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String version() {
		try (InputStream in = Head.class.getResourceAsStream("version.properties")) {
			Properties properties = new Properties();
			properties.load(in);
			return properties.getProperty("version");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
