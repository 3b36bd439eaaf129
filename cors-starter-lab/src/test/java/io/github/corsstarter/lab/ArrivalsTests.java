package io.github.corsstarter.lab;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Arrivals} and {@link Exchange}.
 */
class ArrivalsTests {

	private final Arrivals arrivals = new Arrivals();

	@ParameterizedTest
	@CsvSource({ "cors-lab=7f,7f", "a=b&cors-lab=7f,7f", "cors-lab=1&cors-lab=7f,7f",
			"cors-lab=0123456789012345678901234567890123456789,0123456789012345678901234567890123456789" })
	void experimentWhenQueryNamesOneShouldReturnIt(String query, String id) {
		assertThat(Arrivals.experiment(query)).isEqualTo(id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a=b", "xcors-lab=7f", "cors-lab", "a=cors-lab=7f",
			"cors-lab=01234567890123456789012345678901234567890" })
	void experimentWhenQueryNamesNoneShouldReturnNone(String query) {
		assertThat(Arrivals.experiment(query)).isNull();
		assertThat(Arrivals.experiment(null)).isNull();
	}

	@Test
	void noteWhenThereAreTooManyShouldForgetTheOldest() {
		for (int i = 0; i < 5_000; i++) {
			this.arrivals.note("id" + i, exchange("GET", Map.of()));
		}
		assertThat(this.arrivals.find("id0")).isEmpty();
		assertThat(this.arrivals.find("id903")).isEmpty();
		assertThat(this.arrivals.find("id904")).hasSize(1);
		assertThat(this.arrivals.find("id4999")).hasSize(1);
	}

	@Test
	void noteWhenOneExperimentGoesOnAndOnShouldKeepTheFirst() {
		for (int i = 0; i < 20; i++) {
			this.arrivals.note("id", exchange("GET", Map.of()));
		}
		assertThat(this.arrivals.find("id")).hasSize(8);
	}

	@Test
	void exchangeWhenItAsksBeforeShouldBeAPreflight() {
		Map<String, String> asking = Map.of("Origin", "null", "Access-Control-Request-Method", "PUT");
		assertThat(exchange("OPTIONS", asking).preflight()).isTrue();
		assertThat(exchange("GET", asking).preflight()).isFalse();
		assertThat(exchange("OPTIONS", Map.of("Origin", "null")).preflight()).isFalse();
		assertThat(exchange("OPTIONS", Map.of("Access-Control-Request-Method", "PUT")).preflight()).isFalse();
	}

	@Test
	void exchangeShouldKeepTheHeadersThatCorsIsAboutAndNoLongValue() {
		Map<String, String> headers = Map.of("Origin", "null", "Access-Control-Request-Headers", "x".repeat(501),
				"Authorization", "secret");
		assertThat(exchange("OPTIONS", headers).headers()).containsExactly(Map.entry("Origin", "null"),
				Map.entry("Access-Control-Request-Headers", "x".repeat(500) + "…"));
	}

	private static Exchange exchange(String method, Map<String, String> headers) {
		return Exchange.of(method, headers::get);
	}

}
