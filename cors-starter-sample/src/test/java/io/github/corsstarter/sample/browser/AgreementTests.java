package io.github.corsstarter.sample.browser;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever the dry run foretells, Chromium does.
 */
abstract class AgreementTests extends BrowserTests {

	private static final int COMBINATIONS = 400;

	// Any: but the same in every run.
	private static final long SEED = 20_260_101;

	// The last is governed by no policy.
	private static final List<String> POLICIES = List.of("exact", "subdomains", "partial", "any", "anything",
			"anything-with-credentials", "opaque", "put-only", "lower-case", "uncached", "forward", "deny",
			"report-only", "none");

	private static final List<String> HOSTS = List.of("shop.localhost", "shop.localhost", "shop.localhost",
			"admin.localhost", "app-1.shop.localhost", "evil.localhost", "127.0.0.1", "localhost");

	private static final List<String> METHODS = List.of("GET", "GET", "HEAD", "POST", "put", "PUT", "PATCH", "patch",
			"DELETE", "OPTIONS", "PURGE");

	// No client hints: Chromium takes them for safelisted, which the standard does no
	// more.
	private static final List<Map<String, String>> HEADERS = List.of(Map.of(), Map.of(), Map.of(), Map.of("X-One", "1"),
			Map.of("x-one", "1", "Authorization", "Bearer x"), Map.of("X-Two", "2"),
			Map.of("Content-Type", "application/json"), Map.of("Content-Type", "application/json", "X-One", "1"),
			Map.of("Content-Type", "text/plain"), Map.of("Content-Type", "text/plain;charset=UTF-8"),
			Map.of("Content-Type", "application/x-www-form-urlencoded"),
			Map.of("Content-Type", "multipart/form-data;boundary=x"), Map.of("Accept", "text/html"),
			Map.of("Accept", "x".repeat(129)), Map.of("Accept", "\"quoted\""), Map.of("Accept-Language", "de"),
			Map.of("Accept-Language", "de_DE"), Map.of("Content-Language", "de"), Map.of("Range", "bytes=0-9"),
			Map.of("Range", "bytes=-9"), Map.of("X-Requested-With", "XMLHttpRequest"));

	AgreementTests(String... arguments) {
		super(Stream
			.concat(Stream.of("--spring.config.additional-location=classpath:agreement.yml"), Stream.of(arguments))
			.toArray(String[]::new));
	}

	@Test
	void explainWhenChromiumFetchesForRealShouldAgree() {
		this.session.open("try");
		List<Experiment> experiments = List.copyOf(experiments());
		List<?> results = (List<?>) this.session.lab("experiment.js", "module.runAll(args[0])",
				experiments.stream().map(Experiment::toScript).toList());
		List<Outcome> outcomes = results.stream().map(Outcome::of).toList();
		assertThat(outcomes).hasSize(COMBINATIONS).filteredOn((outcome) -> !agrees(outcome)).isEmpty();
		// Of each kind there are enough for the agreement to mean something.
		assertThat(outcomes).filteredOn(Outcome::readable).hasSizeGreaterThan(60);
		assertThat(outcomes).filteredOn((outcome) -> !outcome.readable()).hasSizeGreaterThan(60);
		assertThat(outcomes).filteredOn(Outcome::foretoldPreflight).hasSizeGreaterThan(60);
		assertThat(outcomes).filteredOn((outcome) -> outcome.foretoldPreflight() && outcome.readable())
			.hasSizeGreaterThan(30);
	}

	private static boolean agrees(Outcome outcome) {
		return outcome.readable() == outcome.foretoldReadable()
				&& (outcome.preflights() > 0) == outcome.foretoldPreflight();
	}

	private Set<Experiment> experiments() {
		Random random = new Random(SEED);
		Set<Experiment> experiments = new LinkedHashSet<>();
		while (experiments.size() < COMBINATIONS) {
			experiments.add(random.nextBoolean() ? any(random) : likely(random));
		}
		return experiments;
	}

	private Experiment any(Random random) {
		boolean opaque = random.nextInt(8) == 0;
		return new Experiment(opaque ? "null" : origin(pick(HOSTS, random)), pick(METHODS, random),
				"/probe/" + pick(POLICIES, random), pick(HEADERS, random), random.nextBoolean());
	}

	// Many policies allow this, so that preflights are granted often enough.
	private Experiment likely(Random random) {
		List<Map<String, String>> headers = HEADERS.subList(0, 6);
		return new Experiment(origin("shop.localhost"), pick(List.of("GET", "PUT", "POST"), random),
				"/probe/" + pick(POLICIES, random), pick(headers, random), random.nextBoolean());
	}

	private static <T> T pick(List<T> list, Random random) {
		return list.get(random.nextInt(list.size()));
	}

}
