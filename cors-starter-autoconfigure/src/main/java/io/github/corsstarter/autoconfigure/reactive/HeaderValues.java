package io.github.corsstarter.autoconfigure.reactive;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Reads and removes all fields of a header. {@code HttpHeaders.get} and {@code remove}
 * take an {@code Object} in Spring Framework 6, where the class is a map, and a
 * {@code String} in 7, where it is none: code compiled against the one does not link with
 * the other, and what exists in both cuts values at commas or walks all headers.
 */
final class HeaderValues {

	private static final MethodHandle GET = find("get");

	private static final MethodHandle REMOVE = find("remove");

	private HeaderValues() {
	}

	static Enumeration<String> of(HttpHeaders headers, String name) {
		List<String> values = call(GET, headers, name);
		return (values != null) ? Collections.enumeration(values) : Collections.emptyEnumeration();
	}

	static void remove(HttpHeaders headers, String name) {
		call(REMOVE, headers, name);
	}

	@SuppressWarnings("unchecked")
	private static @Nullable List<String> call(MethodHandle handle, HttpHeaders headers, String name) {
		try {
			return (List<String>) handle.invokeExact(headers, name);
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static MethodHandle find(String method) {
		try {
			return find(method, String.class);
		}
		catch (NoSuchMethodException ex) {
			try {
				return find(method, Object.class);
			}
			catch (NoSuchMethodException neither) {
				throw new IllegalStateException(neither);
			}
		}
	}

	private static MethodHandle find(String method, Class<?> parameter) throws NoSuchMethodException {
		try {
			return MethodHandles.publicLookup()
				.findVirtual(HttpHeaders.class, method, MethodType.methodType(List.class, parameter))
				.asType(MethodType.methodType(List.class, HttpHeaders.class, String.class));
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
