package io.github.corsstarter.lab.reactive;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.lab.Exchange;
import io.github.corsstarter.lab.Lab;
import io.github.corsstarter.lab.LabFile;
import io.github.corsstarter.lab.Provenance;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * Serves the lab's files in reactive applications, in front of everything else. It is no
 * {@code WebFilter}: forwarded headers are worked into the request and taken away before
 * the first of these.
 */
final class LabHttpHandler implements HttpHandler {

	private final HttpHandler next;

	private final Lab lab;

	private final String basePath;

	LabHttpHandler(HttpHandler next, Lab lab, String basePath) {
		this.next = next;
		this.lab = lab;
		this.basePath = basePath;
	}

	@Override
	public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
		String experiment = this.lab.experiment(request.getURI().getRawQuery());
		if (experiment != null && this.lab.admits(provenance(request))) {
			return watch(experiment, request, response);
		}
		return serve(request, response);
	}

	private Mono<Void> watch(String experiment, ServerHttpRequest request, ServerHttpResponse response) {
		Exchange exchange = Exchange.of(request.getMethod().name(), request.getHeaders()::getFirst);
		this.lab.note(experiment, exchange);
		return this.next.handle(request, response).doFinally((signal) -> {
			HttpStatusCode status = response.getStatusCode();
			exchange.answered((status != null) ? status.value() : 200, response.getHeaders()::getFirst);
		});
	}

	private Mono<Void> serve(ServerHttpRequest request, ServerHttpResponse response) {
		String path = request.getURI().getRawPath();
		LabFile file = (path != null && path.startsWith(this.basePath))
				? this.lab.find(request.getMethod().name(), path.substring(this.basePath.length())) : null;
		if (file == null || !this.lab.admits(provenance(request))) {
			return this.next.handle(request, response);
		}
		byte[] content = file.bytes(this.lab.values(this.basePath));
		file.headers().forEach(response.getHeaders()::set);
		response.getHeaders().setContentLength(content.length);
		if (request.getMethod().name().equals("HEAD")) {
			return response.setComplete();
		}
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(content)));
	}

	private static Provenance provenance(ServerHttpRequest request) {
		List<String> peers = new ArrayList<>();
		peers.add(address(request.getRemoteAddress()));
		List<String> hosts = new ArrayList<>();
		boolean[] forwarded = new boolean[1];
		request.getHeaders().forEach((name, values) -> {
			if (name.equalsIgnoreCase("Host")) {
				hosts.addAll(values);
			}
			forwarded[0] |= Provenance.isForwarding(name);
		});
		return NativeProvenance.and(request, new Provenance(peers, hosts, forwarded[0]));
	}

	static String address(@Nullable InetSocketAddress address) {
		return (address == null || address.getAddress() == null) ? "" : address.getAddress().getHostAddress();
	}

}
