package io.github.corsstarter.autoconfigure.actuate;

import java.util.List;
import java.util.Map;

import io.github.corsstarter.autoconfigure.RefreshResult;
import io.github.corsstarter.autoconfigure.adopt.suggest.Suggestion;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Everything that the endpoint shows.
 *
 * @param policies the policies in force by their names
 * @param findings what was found about them: the first fifty, errors in front
 * @param droppedFindings how many findings there are beside these
 * @param recentRefusals refusals that are kept, the last one first
 * @param droppedRefusals how many distinct refusals were given up for later ones
 * @param recentDifferences where responses differed from what policies would have
 * written, the last one first
 * @param preflightStatus the status of granted preflights
 * @param debug whether responses name the reason of a refusal
 * @param basePath the application's context path or base path, which the policies' paths
 * leave out, without a slash at the end
 * @param caseSensitivePaths whether upper and lower case differ in paths
 * @param console what the console's text tells, or {@code null} where none was given
 * @param explanation what a dry run found, or {@code null} where none was asked for
 * @param suggestion the application's own CORS configuration as policies, or {@code null}
 * where that was not asked for
 * @param reload how the last reload came out, or {@code null} before the first
 */
public record CorsDescriptor(Map<String, PolicyDescriptor> policies, List<FindingDescriptor> findings,
		int droppedFindings, List<RefusalDescriptor> recentRefusals, long droppedRefusals,
		List<DifferenceDescriptor> recentDifferences, int preflightStatus, boolean debug, String basePath,
		boolean caseSensitivePaths, @Nullable ConsoleDescriptor console, @Nullable ExplanationDescriptor explanation,
		@Nullable Suggestion suggestion, @Nullable ReloadDescriptor reload) implements OperationResponseBody {

	/**
	 * The last reload.
	 *
	 * @param time when it was tried, in ISO 8601
	 * @param outcome what became of it
	 * @param problems what was wrong: the first fifty
	 * @param droppedProblems how many problems there are beside these, or {@code null}
	 * for none
	 * @param changes what it widened or narrowed, a line a policy: the first fifty
	 * @param droppedChanges how many policies changed beside these, or {@code null} for
	 * none
	 */
	public record ReloadDescriptor(String time, String outcome, List<FindingDescriptor> problems,
			@Nullable Integer droppedProblems, List<String> changes, @Nullable Integer droppedChanges) {

		static @Nullable ReloadDescriptor of(@Nullable RefreshResult result) {
			if (result == null) {
				return null;
			}
			List<String> changes = result.changes();
			return new ReloadDescriptor(result.time().toString(), result.outcome().code(),
					FindingDescriptor.first(result.problems()), orNull(FindingDescriptor.dropped(result.problems())),
					changes.stream().limit(RefreshResult.MAX_CHANGES).toList(),
					orNull(Math.max(0, changes.size() - RefreshResult.MAX_CHANGES)));
		}

		private static @Nullable Integer orNull(int dropped) {
			return (dropped == 0) ? null : dropped;
		}

	}

}
