package io.github.corsstarter.cli.output;

import java.util.function.Consumer;

import io.github.corsstarter.scan.send.Progress;

/**
 * Tells how far a scan has come: every tenth of it.
 */
public final class ScanProgress implements Progress {

	private static final int PARTS = 10;

	private final Consumer<String> line;

	private int told;

	/**
	 * Creates a progress.
	 * @param line is given each line
	 */
	public ScanProgress(Consumer<String> line) {
		this.line = line;
	}

	@Override
	public void advanced(int done, int planned) {
		int part = done * PARTS / Math.max(planned, 1);
		if (part > this.told) {
			this.told = part;
			this.line.accept(done + " of " + planned + " requests");
		}
	}

}
