package io.github.corsstarter.autoconfigure.adopt;

import java.util.List;

/**
 * Reads CORS configuration of one kind or a few.
 */
public interface OtherCorsSource {

	/**
	 * Reads what is configured.
	 * @param whole whether to ask what computes its configuration, too, and to tell of
	 * handlers that have none beside one that has: a start does without
	 * @return the configuration, in the order in which Spring asks for it
	 */
	List<OtherCors> read(boolean whole);

}
