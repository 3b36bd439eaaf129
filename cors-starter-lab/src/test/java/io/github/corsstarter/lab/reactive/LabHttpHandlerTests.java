package io.github.corsstarter.lab.reactive;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.corsstarter.lab.Exchange;
import io.github.corsstarter.lab.Lab;
import io.github.corsstarter.lab.TestLab;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.SslInfo;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LabHttpHandler}: of peers that no test on one machine can be, and of
 * what it notes.
 */
class LabHttpHandlerTests {

	private static final String LOCAL = "127.0.0.1";

	private static final String REMOTE = "192.168.1.7";

	private static final String LAB = "http://localhost:8080/base/cors-lab";

	private static final String EXPERIMENT = "http://localhost:8080/base/api?page=1&cors-lab=7f";

	private final TestLab on = TestLab.on();

	@ParameterizedTest
	@ValueSource(strings = { REMOTE, "fe80:0:0:0:0:0:0:1", "203.0.113.7" })
	void requestWhenPeerIsRemoteShouldGoOn(String peer) {
		assertThat(isServed(this.on.lab(), request(peer, LAB))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { LOCAL, "0:0:0:0:0:0:0:1" })
	void requestWhenPeerIsLocalShouldBeServed(String peer) {
		assertThat(isServed(this.on.lab(), request(peer, LAB))).isTrue();
	}

	@Test
	void requestWhenRemoteIsAllowedShouldBeServed() {
		assertThat(isServed(TestLab.allowingRemote().lab(), request(REMOTE, LAB))).isTrue();
	}

	@Test
	void requestWhenOffShouldGoOn() {
		assertThat(isServed(TestLab.off().lab(), request(LOCAL, LAB))).isFalse();
	}

	@Test
	void requestWhenOutsideOfTheBasePathShouldGoOn() {
		assertThat(isServed(this.on.lab(), request(LOCAL, "http://localhost:8080/cors-lab"))).isFalse();
	}

	@Test
	void requestWhenOfAnExperimentShouldBeNotedWithItsResponse() {
		send(request(LOCAL, EXPERIMENT), (request, response) -> {
			assertThat(noted()).singleElement().returns(null, Exchange::answer);
			response.setStatusCode(HttpStatus.GONE);
			response.getHeaders().set("Access-Control-Allow-Origin", "*");
			response.getHeaders().set("X-Other", "x");
			return Mono.empty();
		});
		assertThat(noted()).singleElement()
			.returns(false, Exchange::preflight)
			.extracting(Exchange::answer)
			.hasToString("Answer[status=410, headers={Access-Control-Allow-Origin=*}]");
	}

	@Test
	void requestWhenOfNoExperimentOrRemoteShouldNotBeNoted() {
		send(request(LOCAL, "http://localhost:8080/base/api"), (request, response) -> Mono.empty());
		send(request(REMOTE, EXPERIMENT), (request, response) -> Mono.empty());
		assertThat(noted()).isEmpty();
	}

	private List<Exchange> noted() {
		return this.on.arrivals().find("7f");
	}

	private void send(ServerHttpRequest request, HttpHandler next) {
		new LabHttpHandler(next, this.on.lab(), "/base").handle(request, new MockServerHttpResponse()).block();
	}

	private static ServerHttpRequest request(String peer, String uri) {
		HttpHeaders headers = new HttpHeaders();
		headers.set("Host", "localhost:8080");
		return new AbstractServerHttpRequest(HttpMethod.GET, URI.create(uri), "", headers) {

			@Override
			public InetSocketAddress getRemoteAddress() {
				return new InetSocketAddress(peer, 50000);
			}

			@Override
			public Flux<DataBuffer> getBody() {
				return Flux.empty();
			}

			@Override
			protected MultiValueMap<String, HttpCookie> initCookies() {
				return new LinkedMultiValueMap<>();
			}

			@Override
			protected @Nullable SslInfo initSslInfo() {
				return null;
			}

			@Override
			@SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" })
			public <T> T getNativeRequest() {
				return (T) "none";
			}

		};
	}

	private static boolean isServed(Lab lab, ServerHttpRequest request) {
		AtomicBoolean passed = new AtomicBoolean();
		MockServerHttpResponse response = new MockServerHttpResponse();
		new LabHttpHandler((sent, answer) -> Mono.fromRunnable(() -> passed.set(true)), lab, "/base")
			.handle(request, response)
			.block();
		assertThat(passed.get()).isEqualTo(response.getHeaders().isEmpty());
		return !passed.get();
	}

}
