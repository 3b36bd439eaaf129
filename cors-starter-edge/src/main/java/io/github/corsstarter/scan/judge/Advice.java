package io.github.corsstarter.scan.judge;

import io.github.corsstarter.scan.evidence.Verdict;
import io.github.corsstarter.scan.finding.Effect;

/**
 * Says what to do about a finding.
 */
final class Advice {

	private static final String EDGE = "Let one place decide: take it out of the edge's configuration, or generate that from the policies.";

	private Advice() {
	}

	static String of(Verdict verdict) {
		if (verdict.effect() == Effect.FORM) {
			return "Nothing is to be changed.";
		}
		return switch (verdict.rule()) {
			case EDGE_STRIPS_HEADERS -> verdict.observation().isRedirect()
					? "Something in front of the application redirects: let pages use the address that it leads to."
					: "Let Access-Control-* and Vary of the application pass at the edge.";
			case EDGE_DOUBLES_HEADERS, CREDENTIALS_DIFFER, METHODS_DIFFER, HEADERS_DIFFER, EXPOSED_HEADERS_DIFFER,
					MAX_AGE_DIFFERS ->
				EDGE;
			case EDGE_ANSWERS_PREFLIGHT -> "The application did not answer: let OPTIONS pass at the edge.";
			case AUTHENTICATION_BEFORE_PREFLIGHT ->
				"Let OPTIONS pass in front of authentication: the application answers preflights before its own security.";
			case PREFLIGHT_REDIRECTED -> "Let pages use the address that it leads to, or let OPTIONS pass where it is.";
			case ORIGIN_REFLECTED -> "Never write an Origin back that is on no list. " + EDGE;
			case NULL_TRUSTED -> "Any sandboxed frame has this origin: do not let it in. " + EDGE;
			case ORIGIN_MATCHED_LOOSELY ->
				"Compare whole origins: anchor expressions at both ends and escape their dots. " + EDGE;
			case ORIGIN_MISSING -> "Deploy the policies that list it, at the edge, too.";
			case VARY_MISSING -> "Let Vary of the application pass, and add to it instead of writing it anew.";
			case CACHED_ACROSS_ORIGINS -> "Make Origin a part of the cache's key, or let the cache obey Vary.";
			case ERROR_WITHOUT_HEADERS ->
				"Write the headers on errors, too (nginx: add_header … always), or let errors of the application pass.";
			case UNGOVERNED_PATH_ANSWERS -> "Add the path to a policy if it is meant, or take the headers away.";
			case OLD_POLICY_DEPLOYED -> "Deploy the application with the policies that were given, or scan with those"
					+ " that are in force, as /actuator/cors shows them.";
			case DEBUG_IN_PRODUCTION -> "Set cors.debug to false where everyone can ask.";
			case INCONCLUSIVE -> "Scan again when the cause is gone.";
		};
	}

}
