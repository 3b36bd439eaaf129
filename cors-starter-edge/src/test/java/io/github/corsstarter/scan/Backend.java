package io.github.corsstarter.scan;

import java.util.List;
import java.util.Map;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.fetch.Vary;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application with the filter in front of its handlers, as far as can be told over the
 * wire: the engine decides, and what it decides is carried out.
 */
final class Backend {

	private final CorsEngine engine;

	private final Map<String, Integer> statuses;

	/**
	 * Creates an application.
	 * @param policies the policies
	 * @param statuses what the handlers answer, by the start of the path; 404 elsewhere
	 */
	Backend(CorsPolicySet policies, Map<String, Integer> statuses) {
		this.engine = new CorsEngine(policies, CorsObserver.NONE);
		this.statuses = Map.copyOf(statuses);
	}

	static CorsPolicySet policies(CorsPolicySpec... specs) {
		return policies(CorsSettings.DEFAULTS, List.of(specs));
	}

	static CorsPolicySet policies(CorsSettings settings, List<CorsPolicySpec> specs) {
		CorsPolicySet policies = CorsPolicySet.compile(specs, settings);
		assertThat(policies.policies()).hasSameSizeAs(specs);
		return policies;
	}

	Reply answer(Call call) {
		CorsDecision decision = this.engine.decide(call, Call.READER);
		Reply reply = decision.proceeds() ? handle(call) : new Reply(decision.status());
		if (decision.ownsHeaders()) {
			reply.removeCorsHeaders();
		}
		decision.writeHeaders(reply, call.header("Origin"), Reply::set);
		if (!decision.vary().isEmpty()) {
			String vary = reply.header("Vary");
			reply.set("Vary", Vary.append((vary != null) ? vary : "", decision.vary()));
		}
		return reply;
	}

	private Reply handle(Call call) {
		int status = this.statuses.entrySet()
			.stream()
			.filter((entry) -> call.path().startsWith(entry.getKey()) && !call.path().contains("cors-scan"))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(404);
		Reply reply = new Reply(status).set("Vary", "Accept-Encoding");
		if (status == 302) {
			reply.set("Location", "https://login.example.com/");
		}
		if (status == 401) {
			reply.set("WWW-Authenticate", "Bearer");
		}
		return reply;
	}

}
