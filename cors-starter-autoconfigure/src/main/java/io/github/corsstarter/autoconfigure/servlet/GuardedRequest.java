package io.github.corsstarter.autoconfigure.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request whose response stays guarded when a servlet goes asynchronous.
 * {@code startAsync()} without arguments pairs with the container's bare response,
 * whatever the filters made of it.
 */
final class GuardedRequest extends HttpServletRequestWrapper {

	private final GuardedResponse response;

	GuardedRequest(HttpServletRequest request, GuardedResponse response) {
		super(request);
		this.response = response;
	}

	/**
	 * Whether the request, or one that it wraps, is guarded.
	 */
	static boolean isGuarded(ServletRequest request) {
		ServletRequest current = request;
		while (current instanceof ServletRequestWrapper wrapper) {
			if (current instanceof GuardedRequest) {
				return true;
			}
			current = wrapper.getRequest();
		}
		return false;
	}

	@Override
	public AsyncContext startAsync() {
		ServletRequest bare = getRequest();
		while (bare instanceof ServletRequestWrapper wrapper) {
			bare = wrapper.getRequest();
		}
		return startAsync(bare, this.response.overBare());
	}

}
