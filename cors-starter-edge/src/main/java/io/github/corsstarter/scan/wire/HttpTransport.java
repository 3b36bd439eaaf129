package io.github.corsstarter.scan.wire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.scan.plan.Probe;
import io.github.corsstarter.scan.plan.ProbePlan;
import org.jspecify.annotations.Nullable;

/**
 * Sends probes as a browser would, by the JDK's own client: it follows no redirect, keeps
 * fields of one name apart, and verifies whom it talks to.
 */
public final class HttpTransport implements Transport {

	/** How long a body may take to come to its end, once the head is there. */
	private static final Duration BODY_LIMIT = Duration.ofMillis(500);

	private final ProbePlan plan;

	private final Secret authorization;

	private final Duration timeout;

	private final HttpClient client;

	public HttpTransport(ProbePlan plan, Secret authorization, Duration timeout, @Nullable SSLContext tls) {
		this.plan = plan;
		this.authorization = authorization;
		this.timeout = timeout;
		HttpClient.Builder builder = HttpClient.newBuilder().followRedirects(Redirect.NEVER).connectTimeout(timeout);
		if (tls != null) {
			builder.sslContext(tls);
		}
		this.client = builder.build();
	}

	@Override
	public Answer send(Probe probe) throws IOException, InterruptedException {
		HttpResponse<Drain> response = this.client.send(request(probe), (info) -> new Drain());
		response.body().finish(BODY_LIMIT);
		Map<String, List<String>> headers = new LinkedHashMap<>();
		response.headers()
			.map()
			.forEach((name, values) -> headers.put(name, values.stream().map(this.authorization::cover).toList()));
		return new Answer(response.statusCode(), headers);
	}

	private HttpRequest request(Probe probe) {
		URI uri = URI.create(this.plan.site(probe).url(probe.pathAndQuery()));
		HttpRequest.Builder request = HttpRequest.newBuilder(uri)
			.timeout(this.timeout)
			// Without TLS the client would ask for an upgrade, which no browser does.
			.version("https".equals(uri.getScheme()) ? Version.HTTP_2 : Version.HTTP_1_1)
			.method(probe.method(), BodyPublishers.noBody());
		headers(probe).forEach(request::setHeader);
		return request.build();
	}

	private Map<String, String> headers(Probe probe) {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Accept", "*/*");
		// What compresses answers often writes Vary anew, where it does compress.
		headers.put("Accept-Encoding", "gzip, deflate, br");
		headers.put("User-Agent", "cors-starter-scan");
		headers.put(HeaderNames.SEC_FETCH_SITE, "cross-site");
		headers.put(HeaderNames.SEC_FETCH_MODE, (probe.origin() != null) ? "cors" : "no-cors");
		if (probe.origin() != null) {
			headers.put(HeaderNames.ORIGIN, probe.origin());
		}
		if (probe.requestedMethod() != null) {
			headers.put(HeaderNames.REQUEST_METHOD, probe.requestedMethod());
			if (!probe.requestedHeaders().isEmpty()) {
				headers.put(HeaderNames.REQUEST_HEADERS, String.join(",", probe.requestedHeaders()));
			}
		}
		// A preflight never carries credentials, and what needs some is kept by no cache.
		if (probe.method().equals("GET") && this.authorization.isPresent() && !probe.purpose().isAboutCache()) {
			headers.put("Authorization", this.authorization.reveal());
		}
		return headers;
	}

}
