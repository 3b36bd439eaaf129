package io.github.corsstarter.benchmarks.servlet;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

/**
 * What is behind the filter: it keeps what it is given.
 */
final class StubChain implements FilterChain {

	private ServletResponse response;

	@Override
	public void doFilter(ServletRequest request, ServletResponse response) {
		this.response = response;
	}

	boolean isReached() {
		return this.response != null;
	}

	void restart() {
		this.response = null;
	}

}
