package io.github.corsstarter.integration.edge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import io.github.corsstarter.CorsPolicy;
import io.github.corsstarter.policy.ResolvedPolicy;

/**
 * Makes requests that policies grant, nearly grant, or have nothing to do with.
 */
final class GeneratedRequests {

	private static final String UNRESERVED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,=:@/";

	private static final List<String> FILLINGS = List.of("a", "b", "1", "a.b", "-", "_", "x-y", ".", "a.", ".a", "A",
			"*", "a..b", "a:1", "[::1]", "1.2.3.4", "a/b", "a@b", "0x1f", "x0x", "deadbeef", "1.2");

	private static final List<String> PORTS = List.of("", ":1", ":80", ":443", ":3000", ":0", ":080", ":65535",
			":65536", ":99999", ":", ":a", ":442", ":81", ":44", ":4433", ":10080");

	private static final List<String> ODD = List.of("//", ";", ";p=1", "/;p=1/", "%2F", "%5C", "\\", "/./", "/../",
			"%2e%2e/", "/..;/", "%00", "/%2e/", ";a%2Fb/");

	private final Random random;

	private final List<ResolvedPolicy> policies;

	GeneratedRequests(Random random, List<CorsPolicy> policies) {
		this.random = random;
		this.policies = policies.stream().map(CorsPolicy::resolved).toList();
	}

	TestRequest next(boolean repeatedFields) {
		ResolvedPolicy policy = any(this.policies);
		Map<String, List<String>> headers = new LinkedHashMap<>();
		if (!oneOf(8)) {
			String origin = oneOf(10) ? "http://" + TestRequest.HOST + any(List.of("", "", ":80", ":81"))
					: origin(policy);
			headers.put("Origin", (repeatedFields && oneOf(30)) ? List.of(origin, origin(policy)) : List.of(origin));
		}
		if (oneOf(4)) {
			headers.put("Sec-Fetch-Site",
					List.of(any(List.of("same-origin", "same-site", "cross-site", "none", "SAME-ORIGIN"))));
		}
		boolean preflight = this.random.nextBoolean();
		if (preflight) {
			headers.put("Access-Control-Request-Method", List.of(method(policy)));
			if (!oneOf(4)) {
				List<String> fields = new ArrayList<>(List.of(headers(policy)));
				if (repeatedFields && oneOf(10)) {
					fields.add(headers(policy));
				}
				headers.put("Access-Control-Request-Headers", fields);
			}
		}
		String method = (preflight && !oneOf(10)) ? "OPTIONS" : method(policy);
		return new TestRequest(method, path(policy), headers);
	}

	private String path(ResolvedPolicy policy) {
		String path = any(policy.paths());
		for (String part : List.of("{*v}", "**", "*", "?", "{v0}", "{v1}", "{v2}", "{v3}")) {
			path = path.replace(part, oneOf(8) ? "" : any(
					oneOf(3) ? List.of("a", "ab", "axb", "x-b", "\ud83d\ude00", "a/b") : GeneratedPolicies.SEGMENTS));
		}
		if (oneOf(6)) {
			path = path + "/";
		}
		if (oneOf(10)) {
			int at = this.random.nextInt(path.length());
			path = path.substring(0, at) + any(List.of("a", "/", "b/", "A")) + path.substring(at);
		}
		if (oneOf(20)) {
			path = path.toUpperCase(Locale.ROOT);
		}
		StringBuilder encoded = new StringBuilder();
		for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
			boolean plain = UNRESERVED.indexOf(octet) >= 0 && (octet == '/' || !oneOf(30));
			encoded.append(plain ? String.valueOf((char) octet)
					: String.format(this.random.nextBoolean() ? "%%%02x" : "%%%02X", octet & 0xff));
		}
		if (oneOf(12)) {
			int at = this.random.nextInt(encoded.length() + 1);
			encoded.insert(at, any(ODD));
		}
		return (encoded.indexOf("/") == 0) ? encoded.toString() : "/" + encoded;
	}

	private String origin(ResolvedPolicy policy) {
		String origin = (policy.allowedOrigins().isEmpty() || oneOf(8)) ? "https://evil.example"
				: any(policy.allowedOrigins());
		if (origin.endsWith(":*")) {
			origin = origin.substring(0, origin.length() - 2) + any(PORTS);
		}
		else if (oneOf(10)) {
			origin = origin + any(PORTS);
		}
		String filling = any(FILLINGS);
		// No edge is told every form of an IPv6 address.
		boolean told = !origin.endsWith("//*") || !filling.startsWith("[");
		origin = origin.replace("*", (oneOf(3) && told) ? filling : "abc");
		return switch (this.random.nextInt(20)) {
			case 0 -> origin.replace("https://", "http://");
			case 1 -> origin.replace("://", "://sub.");
			case 2 -> origin.replace("://", "://evil");
			case 3 -> origin.replace("://", "://" + "a.".repeat(this.random.nextInt(160)));
			case 4 -> origin.toUpperCase(Locale.ROOT);
			case 5 -> origin + "/";
			default -> origin.isEmpty() ? "https://x.example" : origin;
		};
	}

	private String method(ResolvedPolicy policy) {
		List<String> others = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");
		List<String> own = policy.allowedMethods();
		String method = (oneOf(4) || own.contains("*")) ? any(others) : any(own);
		return method;
	}

	private String headers(ResolvedPolicy policy) {
		List<String> own = policy.allowedHeaders();
		List<String> names = own.isEmpty() || own.contains("*") ? List.of("x-a", "authorization", "x-b") : own;
		String separator = any(List.of(",", ",", ", ", " ,\t", ",,"));
		List<String> asked = new ArrayList<>(
				IntStream.range(0, this.random.nextInt(5)).mapToObj((i) -> any(names)).toList());
		if (oneOf(5)) {
			asked.add(any(List.of("x-other", "x trace", "x-trac", "x-tracee", "\"x", "", "x;y", "x-trace-i")));
		}
		if (oneOf(5)) {
			asked.replaceAll((name) -> name.toUpperCase(Locale.ROOT));
		}
		String list = String.join(separator, asked);
		return (oneOf(60) && !own.contains("*")) ? (list + ",").repeat(100) : list;
	}

	boolean oneOf(int chances) {
		return this.random.nextInt(chances) == 0;
	}

	<T> T any(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

}
