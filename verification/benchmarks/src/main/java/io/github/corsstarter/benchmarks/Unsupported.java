package io.github.corsstarter.benchmarks;

import java.lang.reflect.Proxy;

/**
 * What is behind a stub: it fails on whatever the stub does not do by itself, so that no
 * filter is measured on an answer that nobody thought of.
 */
public final class Unsupported {

	private Unsupported() {
	}

	/**
	 * Makes an object that does nothing but fail.
	 * @param type an interface
	 * @param <T> the same
	 * @return the object
	 */
	public static <T> T of(Class<T> type) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
				throw new UnsupportedOperationException(method.toString());
			}));
	}

}
