package io.github.corsstarter.scan.judge;

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
record Verdict(ScanRule rule, ScanSeverity severity, Effect effect, Observation observation, boolean credentials,
		String what) {

	static Verdict blocked(ScanRule rule, Observation observation, boolean credentials, String what) {
		return new Verdict(rule, ScanSeverity.ERROR, Effect.BLOCKED, observation, credentials, what);
	}

	static Verdict exposed(ScanRule rule, Observation observation, String what) {
		return new Verdict(rule, ScanSeverity.ERROR, Effect.EXPOSED, observation, observation.isExposed(true), what);
	}

	static Verdict latent(ScanRule rule, Observation observation, String what) {
		return new Verdict(rule, ScanSeverity.WARNING, Effect.LATENT, observation, false, what);
	}

	static Verdict form(ScanRule rule, Observation observation, String what) {
		return new Verdict(rule, ScanSeverity.INFO, Effect.FORM, observation, false, what);
	}

	Verdict as(ScanRule rule, String what) {
		return new Verdict(rule, this.severity, this.effect, this.observation, this.credentials, what);
	}

}
