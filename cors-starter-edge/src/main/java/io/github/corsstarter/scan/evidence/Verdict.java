package io.github.corsstarter.scan.evidence;

import io.github.corsstarter.scan.finding.Effect;
import io.github.corsstarter.scan.finding.ScanRule;
import io.github.corsstarter.scan.finding.ScanSeverity;

/**
 * That a rule holds for an observation.
 *
 * @param rule the rule
 * @param severity how bad it is
 * @param effect what it does to pages
 * @param observation what shows it
 * @param credentials whether it is about requests with credentials
 * @param what what is different, as a clause without a full stop
 */
public record Verdict(ScanRule rule, ScanSeverity severity, Effect effect, Observation observation, boolean credentials,
		String what) {

	public static Verdict blocked(ScanRule rule, Observation observation, boolean credentials, String what) {
		return new Verdict(rule, ScanSeverity.ERROR, Effect.BLOCKED, observation, credentials, what);
	}

	public static Verdict exposed(ScanRule rule, Observation observation, String what) {
		return new Verdict(rule, ScanSeverity.ERROR, Effect.EXPOSED, observation, observation.isExposed(true), what);
	}

	public static Verdict latent(ScanRule rule, Observation observation, String what) {
		return new Verdict(rule, ScanSeverity.WARNING, Effect.LATENT, observation, false, what);
	}

	public static Verdict form(ScanRule rule, Observation observation, String what) {
		return new Verdict(rule, ScanSeverity.INFO, Effect.FORM, observation, false, what);
	}

	public Verdict as(ScanRule rule, String what) {
		return new Verdict(rule, this.severity, this.effect, this.observation, this.credentials, what);
	}

}
