package io.github.corsstarter.sample.lab;

import java.util.List;

import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsPolicySet;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers what the lab's page asks.
 */
@RestController
@RequestMapping("/lab")
class LabController {

	private final Arrivals arrivals;

	private final CorsEngine engine;

	LabController(Arrivals arrivals, CorsEngine engine) {
		this.arrivals = arrivals;
		this.engine = engine;
	}

	@GetMapping("/arrivals/{id}")
	Arrival arrival(@PathVariable String id) {
		return this.arrivals.find(id);
	}

	/**
	 * Checks a draft by the rules of a start, and changes nothing.
	 * @param draft the policy
	 * @return what the rules say
	 */
	@PostMapping("/check")
	List<DraftFinding> check(@RequestBody PolicyDraft draft) {
		CorsPolicySet checked = CorsPolicySet.compile(List.of(draft.toSpec()), this.engine.policySet().settings());
		return checked.findings().stream().map(DraftFinding::of).toList();
	}

}
