package io.github.corsstarter.scan.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.path.PathExpression;
import io.github.corsstarter.policy.ResolvedPolicy;
import io.github.corsstarter.scan.origins.AllowedOrigin;
import io.github.corsstarter.scan.origins.Lookalike;
import io.github.corsstarter.scan.origins.Lookalikes;
import io.github.corsstarter.text.Printable;
import org.jspecify.annotations.Nullable;

/**
 * Makes the plan of a scan out of policies alone. Nothing is sent for it, and the same
 * policies and token make the same plan.
 */
public final class Planner {

	/** So many origins of a policy are tried in full on each of its paths. */
	private static final int MANY = 2;

	private final CorsPolicySet policies;

	private final Promises promises;

	private final Site target;

	private final @Nullable Site direct;

	private final String token;

	private final boolean preflightOnly;

	/**
	 * Creates a planner.
	 * @param policies the policies that are to be in force
	 * @param promises what they say
	 * @param target the site
	 * @param direct where the application itself is asked, or {@code null}
	 * @param token a random label, fit for a host name and a path
	 * @param preflightOnly whether only preflights are sent
	 */
	public Planner(CorsPolicySet policies, Promises promises, Site target, @Nullable Site direct, String token,
			boolean preflightOnly) {
		this.policies = policies;
		this.promises = promises;
		this.target = target;
		this.direct = direct;
		this.token = token;
		this.preflightOnly = preflightOnly;
	}

	/**
	 * Makes the plan.
	 * @param paths the paths to ask for, or an empty list for samples of each pattern and
	 * one path that no policy governs
	 * @param maxRequests how many probes are planned at most
	 * @return the plan
	 * @throws IllegalArgumentException if a path cannot be sent
	 */
	public ProbePlan plan(List<String> paths, int maxRequests) {
		List<Place> places = paths.isEmpty() ? samples() : paths.stream().map(this::place).distinct().toList();
		Fresh fresh = new Fresh(this.token);
		List<Probe> probes = new ArrayList<>();
		Set<String> begun = new LinkedHashSet<>();
		for (Place place : places) {
			if (!place.isGoverned()) {
				probes.addAll(new UngovernedProbes(place, this.token, fresh).list(knownOrigin()));
				continue;
			}
			CorsPolicy policy = policy(place);
			boolean first = begun.add(policy.name());
			probes.addAll(
					new GovernedProbes(place, policy.resolved(), this.promises, this.token, fresh, this.preflightOnly)
						.list(missing(place), lookalikes(place, policy.resolved(), first), first));
		}
		return cut(order(probes, fresh), maxRequests);
	}

	private ProbePlan cut(List<Probe> ordered, int maxRequests) {
		int kept = Math.min(ordered.size(), maxRequests);
		return new ProbePlan(this.target, this.direct, ordered.subList(0, kept), ordered.subList(kept, ordered.size()));
	}

	private List<Probe> order(List<Probe> probes, Fresh fresh) {
		List<Probe> ordered = new ArrayList<>(new LinkedHashSet<>(probes));
		ordered.removeIf((probe) -> this.preflightOnly && !probe.isPreflight());
		ordered.sort(Comparator.comparing((probe) -> probe.purpose().tier()));
		if (this.direct != null) {
			List<Probe> twins = ordered.stream()
				.filter((probe) -> !probe.purpose().isAboutCache())
				.map((probe) -> probe.directly(probe.isPreflight() ? "" : fresh.next()))
				.toList();
			ordered.addAll(twins);
		}
		return ordered;
	}

	/**
	 * Returns a path of each pattern that governs something, and one that no policy
	 * governs.
	 */
	private List<Place> samples() {
		List<Place> places = new ArrayList<>();
		for (CorsPolicy policy : this.policies.policies()) {
			if (policy.mode().governs()) {
				policy.compiled().paths().forEach((pattern) -> addSample(policy, pattern, places));
			}
		}
		for (String path : List.of("/" + this.token, "/" + this.token + "/" + this.token)) {
			Place place = this.promises.place(path);
			if (!place.isGoverned() && !this.promises.isReported(path)) {
				places.add(place);
				break;
			}
		}
		return places;
	}

	private void addSample(CorsPolicy policy, PathExpression pattern, List<Place> places) {
		for (String path : SamplePaths.of(pattern, this.token)) {
			Place place = this.promises.place(path);
			if (policy.name().equals(place.policy()) && pattern.toString().equals(place.pattern())) {
				places.add(place);
				return;
			}
		}
	}

	private Place place(String path) {
		if (!Site.isPath(path)) {
			throw new IllegalArgumentException(
					"The path \"" + Printable.of(path) + "\" cannot be sent; write one such as /api/orders/1.");
		}
		return this.promises.place(this.target.withoutBasePath(path));
	}

	private CorsPolicy policy(Place place) {
		return this.policies.policies()
			.stream()
			.filter((policy) -> policy.name().equals(place.policy()))
			.findFirst()
			.orElseThrow();
	}

	private @Nullable String missing(Place place) {
		if (place.pattern() == null) {
			return null;
		}
		String path = SamplePaths.missing(PathExpression.parse(place.pattern()), this.token);
		boolean same = path != null && !path.equals(place.path())
				&& Objects.equals(place.policy(), this.promises.place(path).policy());
		return same ? path : null;
	}

	/**
	 * Returns the origins that look like an allowed one or like the target. On the
	 * further paths of a policy with many origins only the most telling ones are tried
	 * around each of them: whoever compares origins carelessly does so with all.
	 */
	private List<Lookalike> lookalikes(Place place, ResolvedPolicy policy, boolean first) {
		Lookalikes lookalikes = new Lookalikes(this.token, this.policies.settings().publicSuffixes());
		origins((other) -> true).filter((origin) -> !this.promises.isReadable(place.path(), origin))
			.limit(1)
			.forEach(lookalikes::elsewhere);
		List<AllowedOrigin> origins = AllowedOrigin.allOf(policy.allowedOrigins(), this.token)
			.stream()
			.filter(AllowedOrigin::hasLookalikes)
			.toList();
		origins.stream().limit(MANY).forEach((origin) -> {
			origin.addLookalikes(lookalikes);
			lookalikes.oddlyContinued(origin.origin(), origin.entry());
		});
		lookalikes.around(this.target.origin(), "the target");
		if (first) {
			lookalikes.oddlyContinued(this.target.origin(), "the target");
		}
		lookalikes.localhost();
		Set<Lookalike> few = new LinkedHashSet<>(lookalikes.list());
		origins.stream().skip(MANY).forEach((origin) -> origin.addLookalikes(lookalikes));
		return lookalikes.list()
			.stream()
			.filter((lookalike) -> first || lookalike.telling() || few.contains(lookalike))
			.toList();
	}

	/**
	 * Returns an origin that some policy allows, with credentials if one does.
	 */
	private @Nullable String knownOrigin() {
		return Stream.concat(origins(ResolvedPolicy::allowCredentials), origins((policy) -> true))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Returns the origins that policies in force name or allow by a wildcard, but for the
	 * opaque one.
	 */
	private Stream<String> origins(Predicate<ResolvedPolicy> condition) {
		return this.policies.policies()
			.stream()
			.filter((policy) -> policy.mode().governs() && condition.test(policy.resolved()))
			.flatMap((policy) -> AllowedOrigin.allOf(policy.resolved().allowedOrigins(), this.token).stream())
			.filter(AllowedOrigin::hasLookalikes)
			.map(AllowedOrigin::origin);
	}

}
