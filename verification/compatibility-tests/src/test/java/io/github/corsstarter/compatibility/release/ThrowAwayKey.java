package io.github.corsstarter.compatibility.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.compatibility.Programs;

/**
 * A key that signs one bundle, and the agent of GnuPG that keeps it.
 */
final class ThrowAwayKey implements AutoCloseable {

	/**
	 * What the key is known by.
	 */
	static final String NAME = "release@example.com";

	private final Path home;

	private ThrowAwayKey(Path home) {
		this.home = home;
	}

	/**
	 * Makes a key.
	 * @param folder where GnuPG keeps it, in a folder of its own
	 * @return the key
	 */
	static ThrowAwayKey make(Path folder) throws IOException {
		ThrowAwayKey key = new ThrowAwayKey(Files.createTempDirectory(folder, "key"));
		key.gpg("--passphrase", "", "--quick-generate-key", NAME, "ed25519", "sign", "1d");
		return key;
	}

	Path home() {
		return this.home;
	}

	/**
	 * Fails unless a signature is this key's, of just that file.
	 * @param file what was signed, with its signature beside it
	 */
	void verify(Path file) throws IOException {
		gpg("--verify", file + ".asc", file.toString());
	}

	private void gpg(String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of("gpg", "--homedir", this.home.toString(), "--batch"));
		command.addAll(List.of(arguments));
		Programs.run(command);
	}

	@Override
	public void close() throws IOException {
		Programs.run(List.of("gpgconf", "--homedir", this.home.toString(), "--kill", "all"));
	}

}
