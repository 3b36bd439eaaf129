package io.github.corsstarter.autoconfigure;

import java.time.Instant;
import java.util.List;

import io.github.corsstarter.rules.Finding;
import org.jspecify.annotations.Nullable;

/**
 * How the last reload of policies came out.
 *
 * @param time when it was tried
 * @param outcome what became of it, in kebab case
 * @param problems what was wrong
 */
public record LastReload(Instant time, String outcome, List<Finding> problems) {

	/**
	 * Creates a description.
	 */
	public LastReload {
		problems = List.copyOf(problems);
	}

	/**
	 * Knows about the last reload. The endpoint shows what a bean of this type tells.
	 */
	@FunctionalInterface
	public interface Source {

		/**
		 * Returns the last reload.
		 * @return the last reload, or {@code null} before the first
		 */
		@Nullable LastReload get();

	}

}
