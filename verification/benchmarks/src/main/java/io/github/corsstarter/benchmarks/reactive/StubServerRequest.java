package io.github.corsstarter.benchmarks.reactive;

import java.net.URI;

import io.github.corsstarter.benchmarks.RequestData;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.http.server.reactive.SslInfo;
import org.springframework.http.support.Netty4HeadersAdapter;
import org.springframework.util.MultiValueMap;

/**
 * A request on the base that Spring's own have, for all servers.
 */
final class StubServerRequest extends AbstractServerHttpRequest {

	StubServerRequest(RequestData data) {
		super(HttpMethod.valueOf(data.method()), URI.create("https://" + RequestData.HOST + data.path()), "",
				headers(data));
	}

	private static HttpHeaders headers(RequestData data) {
		// What Spring's request on Netty has.
		HttpHeaders headers = new HttpHeaders(new Netty4HeadersAdapter(new DefaultHttpHeaders()));
		for (int i = 0; i < data.headers().size(); i += 2) {
			headers.add(data.headers().get(i), data.headers().get(i + 1));
		}
		return headers;
	}

	@Override
	protected MultiValueMap<String, HttpCookie> initCookies() {
		throw new UnsupportedOperationException();
	}

	@Override
	protected SslInfo initSslInfo() {
		return null;
	}

	@Override
	@SuppressWarnings("TypeParameterUnusedInFormals")
	public <T> T getNativeRequest() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Flux<DataBuffer> getBody() {
		throw new UnsupportedOperationException();
	}

}
