package io.github.corsstarter.lab.reactive;

import java.net.InetSocketAddress;
import java.util.List;

import io.github.corsstarter.lab.Provenance;
import jakarta.servlet.http.HttpServletRequest;
import reactor.netty.Connection;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.ClassUtils;

/**
 * What the server below the reactive stack knows better than the request that it hands
 * over.
 */
final class NativeProvenance {

	private static final boolean NETTY = isPresent("reactor.netty.Connection");

	private static final boolean SERVLET = isPresent("jakarta.servlet.http.HttpServletRequest");

	private NativeProvenance() {
	}

	static Provenance and(ServerHttpRequest request, Provenance seen) {
		Object server = ServerHttpRequestDecorator.getNativeRequest(request);
		if (NETTY && server instanceof Connection connection) {
			// Not what a header, or the proxy protocol, made of it.
			boolean inet = connection.channel().remoteAddress() instanceof InetSocketAddress;
			String peer = inet ? LabHttpHandler.address((InetSocketAddress) connection.channel().remoteAddress()) : "";
			return seen.and(new Provenance(List.of(peer), seen.hosts(), false));
		}
		if (SERVLET && server instanceof HttpServletRequest servlet) {
			return seen.and((Provenance) servlet.getAttribute(Provenance.ATTRIBUTE));
		}
		return seen;
	}

	private static boolean isPresent(String name) {
		return ClassUtils.isPresent(name, NativeProvenance.class.getClassLoader());
	}

}
