package io.github.corsstarter.scan.evidence;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.scan.plan.Place;
import io.github.corsstarter.scan.plan.Purpose;

/**
 * Everything that was seen at one place.
 */
public final class Evidence {

	private static final Set<String> CORS_ANSWER = Set.of(HeaderNames.ALLOW_ORIGIN, HeaderNames.ALLOW_CREDENTIALS,
			HeaderNames.ALLOW_METHODS, HeaderNames.ALLOW_HEADERS, HeaderNames.MAX_AGE);

	/** Tells the reason of a refusal, where the application's answers are to help. */
	public static final String REFUSAL = "Cors-Refusal";

	private final Place place;

	private final List<Observation> observations;

	private final boolean answeredByPolicy;

	public Evidence(Place place, List<Observation> observations) {
		this.place = place;
		this.observations = List.copyOf(observations);
		this.answeredByPolicy = findAnsweredByPolicy();
	}

	public Place place() {
		return this.place;
	}

	/**
	 * Whether preflights are answered by a policy, be it the right one or not, and not by
	 * something that answers all alike: some are granted and others refused, or the
	 * answers have the {@code Vary} of the filter, or they are what the policy says.
	 */
	public boolean isAnsweredByPolicy() {
		return this.answeredByPolicy;
	}

	private boolean findAnsweredByPolicy() {
		boolean granted = promisedPreflights().anyMatch(Observation::hasOkStatus);
		boolean refused = preflights().anyMatch((preflight) -> !preflight.isPromised() && preflight.isRefusal());
		return (granted && refused) || preflights().anyMatch(Evidence::hasFingerprint)
				|| preflights().anyMatch(Evidence::isAsPromised);
	}

	/**
	 * Whether the answer differs by all three names, as those of the filter do.
	 */
	public static boolean hasFingerprint(Observation preflight) {
		List<String> names = preflight.answer().elements("Vary").stream().map(String::toLowerCase).toList();
		return names.containsAll(List.of("origin", "access-control-request-method", "access-control-request-headers"));
	}

	private static boolean isAsPromised(Observation preflight) {
		if (preflight.promise() == null || !preflight.isPromised()
				|| !Integer.valueOf(preflight.answer().status()).equals(preflight.promise().status())) {
			return false;
		}
		return CORS_ANSWER.stream()
			.allMatch((name) -> Lists.equal(preflight.answer().joined(name), preflight.promise().header(name)));
	}

	public Stream<Observation> all() {
		return this.observations.stream();
	}

	public Stream<Observation> preflights() {
		return all().filter((observation) -> observation.probe().isPreflight());
	}

	/**
	 * The preflights that are to be granted.
	 */
	public Stream<Observation> promisedPreflights() {
		return preflights().filter(Observation::isPromised);
	}

	/**
	 * The requests that pages send, but for those that are about a cache.
	 */
	public Stream<Observation> actuals() {
		return all().filter((observation) -> !observation.probe().isPreflight() && observation.probe().origin() != null
				&& !observation.probe().purpose().isAboutCache());
	}

	public Stream<Observation> promisedActuals() {
		return actuals().filter(Observation::isPromised);
	}

	public Stream<Observation> having(Purpose purpose) {
		return all().filter((observation) -> observation.probe().purpose() == purpose);
	}

	/**
	 * The answers to promised requests of one kind, as far as the policy makes them.
	 */
	public Stream<Observation> promised(boolean preflight) {
		Stream<Observation> preflights = this.answeredByPolicy ? promisedPreflights() : Stream.empty();
		return preflight ? preflights : promisedActuals();
	}

	/**
	 * Whether an origin gets anything that is promised to it.
	 */
	public boolean isLetIn(String origin) {
		return Stream.concat(promised(true), promised(false))
			.anyMatch((observation) -> observation.origin().equals(origin) && observation.allowsOrigin());
	}

}
