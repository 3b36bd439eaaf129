package io.github.corsstarter.scan.judge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.scan.evidence.Evidence;
import io.github.corsstarter.scan.evidence.Verdict;
import io.github.corsstarter.scan.evidence.Verdicts;
import io.github.corsstarter.scan.inspect.Inspections;
import io.github.corsstarter.scan.plan.Place;
import io.github.corsstarter.scan.plan.Probe;
import io.github.corsstarter.scan.plan.Promises;
import io.github.corsstarter.scan.send.Exchange;

/**
 * What was found out about one site.
 *
 * @param verdicts what was found at each place at which something was answered
 * @param unknown what could not be judged, and why
 */
record SiteInspection(Map<Place, Verdicts> verdicts, Map<Probe, String> unknown) {

	static SiteInspection of(List<Exchange> exchanges, Promises promises) {
		Map<Probe, String> unknown = new LinkedHashMap<>();
		Map<Place, Verdicts> verdicts = new LinkedHashMap<>();
		Map<Place, List<Exchange>> places = exchanges.stream()
			.collect(Collectors.groupingBy((exchange) -> exchange.probe().place(), LinkedHashMap::new,
					Collectors.toList()));
		Map<Place, Evidence> evidences = new LinkedHashMap<>();
		places.forEach((place, answered) -> evidences.put(place,
				new Evidence(place, Sorting.observations(answered, promises, unknown))));
		evidences.values().removeIf((evidence) -> evidence.all().findAny().isEmpty());
		evidences.forEach((place, evidence) -> verdicts.put(place, Inspections.inspect(evidence, promises)));
		SiteInspection inspection = new SiteInspection(verdicts, unknown);
		List<Verdict> site = inspection.all().toList();
		evidences.forEach((place, evidence) -> new SiteWide(site).inspect(evidence, inspection.at(place)));
		// Where something is wrong, mere form is noise.
		if (inspection.all().findAny().isEmpty()) {
			evidences.forEach((place, evidence) -> Inspections.inspectForm(evidence, inspection.at(place)));
		}
		return inspection;
	}

	Stream<Verdict> all() {
		return this.verdicts.values().stream().flatMap(Verdicts::stream);
	}

	private Verdicts at(Place place) {
		return this.verdicts.computeIfAbsent(place, (key) -> new Verdicts());
	}

}
