package io.github.corsstarter.browser;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.github.corsstarter.fetch.Methods;

/**
 * Why a browser asks before it sends a cross-origin request: its method or a header is
 * not safelisted.
 *
 * @param because a clause for each cause; empty where no preflight is sent
 * @param headerNames the names that the preflight asks for, lower case and sorted:
 * Fetch's
 * <a href= "https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names">CORS-unsafe
 * request-header names</a>
 */
public record PreflightNeed(List<String> because, List<String> headerNames) {

	/**
	 * Creates a need.
	 */
	public PreflightNeed {
		because = List.copyOf(because);
		headerNames = List.copyOf(headerNames);
	}

	/**
	 * Works out what a browser asks for.
	 * @param method the method
	 * @param headers the headers that the page sets; forbidden ones count for nothing, as
	 * browsers drop them
	 * @return what is asked for, and because of what
	 */
	public static PreflightNeed of(String method, List<RequestHeader> headers) {
		Set<String> because = new LinkedHashSet<>();
		if (!Methods.isSafelisted(method)) {
			because.add("method " + method + " is not safelisted");
		}
		Set<String> unsafe = new TreeSet<>();
		List<RequestHeader> safelisted = new ArrayList<>();
		headers.stream().filter((header) -> !header.isForbidden()).forEach((header) -> {
			if (SafelistedHeaders.isSafelisted(header)) {
				safelisted.add(header);
			}
			else {
				unsafe.add(header.name());
				because.add(cause(header));
			}
		});
		if (totalLength(safelisted) > SafelistedHeaders.MAX_TOTAL_LENGTH) {
			safelisted.forEach((header) -> unsafe.add(header.name()));
			because.add("the safelisted headers are over " + SafelistedHeaders.MAX_TOTAL_LENGTH + " bytes together");
		}
		return new PreflightNeed(List.copyOf(because), List.copyOf(unsafe));
	}

	/**
	 * Whether a browser asks first.
	 * @return whether there is a cause
	 */
	public boolean required() {
		return !this.because.isEmpty();
	}

	private static int totalLength(List<RequestHeader> headers) {
		return headers.stream().mapToInt((header) -> (header.value() != null) ? header.value().length() : 0).sum();
	}

	private static String cause(RequestHeader header) {
		String value = header.value();
		if (!SafelistedHeaders.isCandidate(header.name())) {
			return "header " + header.name() + " is not safelisted";
		}
		if (value == null) {
			return header.name() + " is taken for JSON, as no value is given, which is not safelisted";
		}
		if (value.length() > SafelistedHeaders.MAX_VALUE_LENGTH) {
			return header.name() + " has a value over " + SafelistedHeaders.MAX_VALUE_LENGTH + " bytes";
		}
		return header.name() + " " + value + " is not safelisted";
	}

}
