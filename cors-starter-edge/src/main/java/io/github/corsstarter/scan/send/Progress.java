package io.github.corsstarter.scan.send;

/**
 * Is told how far a scan has come.
 */
@FunctionalInterface
public interface Progress {

	/** Is told and does nothing. */
	Progress NONE = (done, planned) -> {
	};

	/**
	 * Is called after each probe, on the thread that runs the scan.
	 * @param done how many probes are through
	 * @param planned how many there are
	 */
	void advanced(int done, int planned);

}
