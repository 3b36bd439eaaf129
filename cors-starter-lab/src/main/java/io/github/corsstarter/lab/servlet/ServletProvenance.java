package io.github.corsstarter.lab.servlet;

import java.util.Collections;
import java.util.List;

import io.github.corsstarter.lab.Provenance;
import jakarta.servlet.http.HttpServletRequest;

/**
 * What a servlet container tells of where a request comes from.
 */
public final class ServletProvenance {

	private ServletProvenance() {
	}

	/**
	 * Reads a request that no filter has wrapped.
	 * @param request the container's own request
	 * @return where it comes from
	 */
	public static Provenance of(HttpServletRequest request) {
		return new Provenance(List.of(String.valueOf(request.getRemoteAddr())), hosts(request),
				Collections.list(request.getHeaderNames()).stream().anyMatch(Provenance::isForwarding));
	}

	/**
	 * Returns the hosts that are asked for. With HTTP/2 browsers send {@code :authority}
	 * in place of {@code Host}, which containers may keep to themselves.
	 * @see <a href= "https://www.rfc-editor.org/rfc/rfc9113#section-8.3.1">RFC 9113,
	 * 8.3.1</a>
	 */
	private static List<String> hosts(HttpServletRequest request) {
		List<String> hosts = Collections.list(request.getHeaders("Host"));
		boolean named = hosts.isEmpty() && request.getProtocol().startsWith("HTTP/2");
		return named ? List.of(String.valueOf(request.getServerName())) : hosts;
	}

}
