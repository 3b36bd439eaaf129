package io.github.corsstarter.autoconfigure.servlet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.CorsEngine;
import io.github.corsstarter.CorsObserver;
import io.github.corsstarter.CorsOutcome;
import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.CorsPolicySet;
import io.github.corsstarter.ResponseDifference;
import io.github.corsstarter.autoconfigure.servlet.ResponseWatch.Filtering;
import io.github.corsstarter.policy.CorsPolicySpec;
import io.github.corsstarter.policy.CorsSettings;
import io.github.corsstarter.policy.PolicyMode;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ResponseWatch} and {@link WatchedResponse}: a response is compared
 * before the client can have it.
 */
class ResponseWatchTests {

	private final List<ResponseDifference> told = new ArrayList<>();

	private final List<CorsOutcome> reported = new ArrayList<>();

	private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/trial");

	private MockHttpServletResponse response = new MockHttpServletResponse();

	private final CorsEngine engine = new CorsEngine(CorsPolicySet.compile(List.of(CorsPolicySpec.named("trial")
		.paths("/trial")
		.allowedOrigins("https://shop.example.com")
		.mode(PolicyMode.REPORT_ONLY)
		.build()), CorsSettings.DEFAULTS).orThrow(), new Recorder());

	@BeforeEach
	void setOrigin() {
		this.request.addHeader("Origin", "https://shop.example.com");
	}

	@ParameterizedTest
	@MethodSource
	void filterWhenResponseIsSentShouldHaveCompared(Filtering sending) throws Exception {
		filter((watched) -> {
			assertThat(this.told).isEmpty();
			sending.filter(watched);
			assertThat(this.told).hasSize(1);
		});
		assertThat(this.told).hasSize(1);
	}

	static Stream<Named<Filtering>> filterWhenResponseIsSentShouldHaveCompared() {
		return Stream.of(Named.of("flushed", (response) -> response.flushBuffer()),
				Named.of("redirected", (response) -> response.sendRedirect("/elsewhere")),
				Named.of("stream flushed", (response) -> response.getOutputStream().flush()),
				Named.of("stream closed", (response) -> response.getOutputStream().close()),
				Named.of("stream full", (response) -> response.getOutputStream().write(new byte[4096])),
				Named.of("writer flushed", (response) -> response.getWriter().flush()),
				Named.of("writer closed", (response) -> response.getWriter().close()),
				Named.of("writer looked at", (response) -> assertThat(response.getWriter().checkError()).isFalse()),
				Named.of("writer full", (response) -> response.getWriter().write("x".repeat(4096))),
				Named.of("announced length written", (response) -> {
					response.setContentLength(2);
					response.getOutputStream().write('o');
					response.getOutputStream().write('k');
				}));
	}

	@Test
	void filterWhenHeadersMayChangeShouldWaitForTheEnd() throws Exception {
		filter((watched) -> {
			watched.getWriter().print("some");
			watched.getWriter().write('!');
			watched.resetBuffer();
			watched.getWriter().write("more".toCharArray());
			watched.reset();
			assertThat(this.told).isEmpty();
		});
		assertThat(this.told).hasSize(1);
	}

	@Test
	void filterWhenErrorPageFollowsShouldWaitForIt() throws Exception {
		filter((watched) -> watched.sendError(401, "who?"));
		assertThat(this.told).isEmpty();
		this.request.setDispatcherType(DispatcherType.ERROR);
		this.response = new MockHttpServletResponse();
		filter((watched) -> watched.sendError(401));
		assertThat(this.told).hasSize(1);
	}

	@Test
	void filterWhenHandlerFailsShouldWaitForTheErrorPage() throws Exception {
		assertThatIllegalStateException().isThrownBy(() -> filter((watched) -> {
			throw new IllegalStateException("on purpose");
		}));
		assertThat(this.told).isEmpty();
		this.request.setDispatcherType(DispatcherType.ERROR);
		filter((watched) -> assertThat(WatchedResponse.isWithin(watched)).isTrue());
		assertThat(this.told).hasSize(1);
	}

	@Test
	void filterWhenAsynchronousShouldWaitForCompletion() throws Exception {
		this.request.setAsyncSupported(true);
		filter((watched) -> this.request.startAsync());
		assertThat(this.told).isEmpty();
		Objects.requireNonNull(this.request.getAsyncContext()).complete();
		assertThat(this.told).hasSize(1);
	}

	@Test
	void filterWhenForwardedRequestFailsShouldWaitForTheErrorPage() throws Exception {
		this.request.setDispatcherType(DispatcherType.FORWARD);
		filter((watched) -> watched.sendError(401));
		assertThat(this.told).isEmpty();
		this.request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 401);
		this.response = new MockHttpServletResponse();
		filter((watched) -> watched.sendError(401));
		assertThat(this.told).hasSize(1);
	}

	@Test
	void ofWhenRequestIsDispatchedOnceMoreShouldHaveReportedOnce() {
		ResponseWatch watch = ResponseWatch.of(this.request, this.engine);
		this.request.setDispatcherType(DispatcherType.FORWARD);
		assertThat(ResponseWatch.of(this.request, this.engine)).isSameAs(watch).isNotNull();
		assertThat(this.reported).containsExactly(CorsOutcome.GRANTED);
	}

	@Test
	void ofWhenNothingIsToCompareShouldHaveReportedOnce() {
		this.request.addHeader("Sec-Fetch-Site", "same-origin");
		assertThat(ResponseWatch.of(this.request, this.engine)).isNull();
		this.request.setDispatcherType(DispatcherType.FORWARD);
		assertThat(ResponseWatch.of(this.request, this.engine)).isNull();
		assertThat(this.reported).containsExactly(CorsOutcome.SAME_ORIGIN);
	}

	@Test
	void ofWhenOnlyTheErrorPageIsSeenShouldReportNothing() {
		this.request.setDispatcherType(DispatcherType.ERROR);
		assertThat(ResponseWatch.of(this.request, this.engine)).isNull();
		assertThat(this.reported).isEmpty();
	}

	@Test
	void ofWhenNothingIsComparedShouldBeNone() {
		assertThat(ResponseWatch.of(new MockHttpServletRequest("GET", "/other"), this.engine)).isNull();
	}

	private void filter(Filtering filtering) throws Exception {
		Objects.requireNonNull(ResponseWatch.of(this.request, this.engine))
			.filter(this.request, this.response, filtering);
	}

	private final class Recorder implements CorsObserver {

		@Override
		public void decided(CorsPolicy policy, CorsDecision decision) {
			ResponseWatchTests.this.reported.add(decision.outcome());
		}

		@Override
		public void differs(ResponseDifference difference) {
			ResponseWatchTests.this.told.add(difference);
		}

	}

}
