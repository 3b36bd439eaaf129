package io.github.corsstarter.benchmarks.servlet;

import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;

import io.github.corsstarter.benchmarks.Case;
import io.github.corsstarter.benchmarks.RequestData;
import io.github.corsstarter.benchmarks.Side;
import io.github.corsstarter.benchmarks.Size;
import io.github.corsstarter.benchmarks.Traffic;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests how often our filter looks at a request: each look costs a search in a server.
 */
class ReadsTests {

	@Test
	void doFilterWhenRequestHasNoOriginShouldReadOneHeader() throws Exception {
		assertThat(reads(Case.NO_ORIGIN, "1x1")).containsExactly("Origin");
	}

	@Test
	void doFilterWhenNoPolicyGovernsShouldReadNoHeader() throws Exception {
		assertThat(reads(Case.NO_POLICY, "100x10")).isEmpty();
	}

	@Test
	void doFilterWhenRequestIsNoPreflightShouldReadNoHeaderOfPreflights() throws Exception {
		assertThat(reads(Case.ACTUAL_GRANTED, "100x10"))
			.noneMatch((name) -> name.startsWith("Access-Control-Request-"));
	}

	@ParameterizedTest
	@EnumSource
	void doFilterWhenThereAreManyPoliciesShouldReadAsMuch(Case kind) throws Exception {
		assertThat(reads(kind, "1000x10")).isEqualTo(reads(kind, "1x1")).hasSizeLessThanOrEqualTo(6);
	}

	private static List<String> reads(Case kind, String text) throws Exception {
		Size size = Size.parse(text);
		RequestData data = Traffic.of(kind, size, 1000).get(1);
		Reads request = new Reads(new StubRequest(data));
		StubResponse response = new StubResponse();
		response.restart();
		ServletFilters.of(Side.OURS, size).doFilter(request, response, new StubChain());
		return request.names;
	}

	private static final class Reads extends HttpServletRequestWrapper {

		private final List<String> names = new ArrayList<>();

		Reads(HttpServletRequest request) {
			super(request);
		}

		@Override
		public String getHeader(String name) {
			this.names.add(name);
			return super.getHeader(name);
		}

		@Override
		public Enumeration<String> getHeaders(String name) {
			this.names.add(name);
			return super.getHeaders(name);
		}

	}

}
