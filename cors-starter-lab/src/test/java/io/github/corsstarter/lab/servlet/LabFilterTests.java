package io.github.corsstarter.lab.servlet;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

import io.github.corsstarter.lab.Exchange;
import io.github.corsstarter.lab.Lab;
import io.github.corsstarter.lab.TestLab;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link LabFilter}: of peers that no test on one machine can be, and of what
 * it notes.
 */
@ExtendWith(OutputCaptureExtension.class)
class LabFilterTests {

	private static final String LOCAL = "127.0.0.1";

	private static final String REMOTE = "192.168.1.7";

	private final TestLab on = TestLab.on();

	@ParameterizedTest
	@ValueSource(strings = { REMOTE, "fe80:0:0:0:0:0:0:1", "203.0.113.7" })
	void requestWhenPeerIsRemoteShouldGoOn(String peer) throws Exception {
		assertThat(isServed(this.on.lab(), request(peer))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { LOCAL, "0:0:0:0:0:0:0:1" })
	void requestWhenPeerIsLocalShouldBeServed(String peer) throws Exception {
		assertThat(isServed(this.on.lab(), request(peer))).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "HTTP/2.0,localhost,true", "HTTP/2.0,shop.localhost,true", "HTTP/2.0,example.com,false",
			"HTTP/1.1,localhost,false", "HTTP/1.0,localhost,false" })
	void requestWithoutHostShouldGoByItsAuthorityWithHttp2Alone(String protocol, String name, boolean served)
			throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/cors-lab");
		request.setRemoteAddr(LOCAL);
		request.setProtocol(protocol);
		request.setServerName(name);
		assertThat(isServed(this.on.lab(), request)).isEqualTo(served);
	}

	@Test
	void requestWhenRemoteIsAllowedShouldBeServed() throws Exception {
		assertThat(isServed(TestLab.allowingRemote().lab(), request(REMOTE))).isTrue();
	}

	@Test
	void requestWhenOffShouldGoOn() throws Exception {
		assertThat(isServed(TestLab.off().lab(), request(LOCAL))).isFalse();
	}

	@Test
	void requestWhenAFilterChangedItsPeerShouldGoByTheConnection() throws Exception {
		HttpServletRequestWrapper wrapper = new HttpServletRequestWrapper(request(REMOTE)) {

			@Override
			public String getRemoteAddr() {
				return LOCAL;
			}

		};
		MockHttpServletResponse response = new MockHttpServletResponse();
		new LabFilter(this.on.lab()).doFilter(wrapper, response, new MockFilterChain());
		assertThat(response.getContentAsString()).isEmpty();
	}

	@Test
	void requestWhenNotServedShouldBeLoggedOnceForEachReason(CapturedOutput output) throws Exception {
		Lab lab = this.on.lab();
		for (int i = 0; i < 3; i++) {
			isServed(lab, request(REMOTE));
			MockHttpServletRequest forwarded = request(LOCAL);
			forwarded.addHeader("Via", "1.1 \u001b[31m");
			isServed(lab, forwarded);
		}
		assertThat(output).containsOnlyOnce("comes from another machine")
			.containsOnlyOnce("a proxy forwarded it")
			.contains("cors.lab.allow-remote")
			.doesNotContain("\u001b[31m");
	}

	@Test
	void requestWhenOfAnExperimentShouldBeNotedWithItsResponse() throws Exception {
		MockHttpServletRequest request = experiment(LOCAL);
		request.addHeader("Cookie", "a=b");
		send(request, (sent, response) -> {
			((HttpServletResponse) response).setStatus(418);
			((HttpServletResponse) response).setHeader("Access-Control-Allow-Origin", "*");
			((HttpServletResponse) response).setHeader("X-Other", "x");
		});
		assertThat(noted()).singleElement().satisfies((exchange) -> {
			assertThat(exchange.preflight()).isFalse();
			assertThat(exchange.cookies()).isTrue();
			assertThat(exchange.answer()).hasToString("Answer[status=418, headers={Access-Control-Allow-Origin=*}]");
		});
	}

	@Test
	void requestWhenItFailsShouldBeNotedAsServerError() {
		MockHttpServletRequest request = experiment(LOCAL);
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> send(request, (sent, response) -> {
			throw new IOException("failed");
		}));
		assertThat(noted()).singleElement().extracting(Exchange::answer).hasToString("Answer[status=500, headers={}]");
	}

	@Test
	void requestWhenFinishedLaterShouldBeNotedThen() throws Exception {
		MockHttpServletRequest request = experiment(LOCAL);
		request.setAsyncSupported(true);
		MockHttpServletResponse response = send(request, (sent, answer) -> sent.startAsync());
		assertThat(noted()).singleElement().returns(null, Exchange::answer);
		response.setStatus(202);
		Objects.requireNonNull(request.getAsyncContext()).complete();
		assertThat(noted()).singleElement().extracting(Exchange::answer).hasToString("Answer[status=202, headers={}]");
	}

	@Test
	void requestWhenOfNoExperimentOrRemoteShouldNotBeNoted() throws Exception {
		send(request(LOCAL), (sent, response) -> {
		});
		send(experiment(REMOTE), (sent, response) -> {
		});
		assertThat(noted()).isEmpty();
	}

	private List<Exchange> noted() {
		return this.on.arrivals().find("7f");
	}

	private MockHttpServletResponse send(MockHttpServletRequest request, FilterChain chain)
			throws IOException, ServletException {
		MockHttpServletResponse response = new MockHttpServletResponse();
		new LabFilter(this.on.lab()).doFilter(request, response, chain);
		return response;
	}

	private static MockHttpServletRequest experiment(String peer) {
		MockHttpServletRequest request = request(peer);
		request.setRequestURI("/api/orders");
		request.setQueryString("page=1&cors-lab=7f");
		return request;
	}

	private static MockHttpServletRequest request(String peer) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/cors-lab");
		request.setRemoteAddr(peer);
		request.addHeader("Host", "localhost:8080");
		return request;
	}

	private static boolean isServed(Lab lab, MockHttpServletRequest request) throws Exception {
		MockFilterChain chain = new MockFilterChain();
		MockHttpServletResponse response = new MockHttpServletResponse();
		new LabFilter(lab).doFilter(request, response, chain);
		assertThat(chain.getRequest() == null).isEqualTo(response.getContentAsString().contains("data-lab"));
		return chain.getRequest() == null;
	}

}
