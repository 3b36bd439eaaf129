package io.github.corsstarter.lab.servlet;

import java.io.IOException;

import io.github.corsstarter.lab.Exchange;
import io.github.corsstarter.lab.Lab;
import io.github.corsstarter.lab.LabFile;
import io.github.corsstarter.lab.Provenance;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;

/**
 * Serves the lab's files in servlet applications, in front of everything else.
 */
final class LabFilter implements Filter {

	private final Lab lab;

	LabFilter(Lab lab) {
		this.lab = lab;
	}

	static FilterRegistrationBean<LabFilter> register(Lab lab) {
		FilterRegistrationBean<LabFilter> registration = new FilterRegistrationBean<>(new LabFilter(lab));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		registration.setAsyncSupported(true);
		registration.setDispatcherTypes(DispatcherType.REQUEST);
		return registration;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (!(unwrapped(request) instanceof HttpServletRequest httpRequest)
				|| !(response instanceof HttpServletResponse httpResponse)) {
			chain.doFilter(request, response);
			return;
		}
		String experiment = this.lab.experiment(httpRequest.getQueryString());
		if (experiment != null && this.lab.admits(provenance(httpRequest))) {
			watch(experiment, httpRequest, httpResponse, () -> chain.doFilter(request, response));
		}
		else if (!serve(httpRequest, httpResponse)) {
			chain.doFilter(request, response);
		}
	}

	private void watch(String experiment, HttpServletRequest request, HttpServletResponse response, Chain chain)
			throws IOException, ServletException {
		Exchange exchange = Exchange.of(request.getMethod(), request::getHeader);
		this.lab.note(experiment, exchange);
		try {
			chain.proceed();
		}
		catch (IOException | ServletException | RuntimeException ex) {
			exchange.answered(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, response::getHeader);
			throw ex;
		}
		if (request.isAsyncStarted()) {
			request.getAsyncContext().addListener(new Completion(exchange, response));
		}
		else {
			exchange.answered(response.getStatus(), response::getHeader);
		}
	}

	/**
	 * Returns the server's own request: wrappers in front, as the one for forwarded
	 * headers, change what it tells of the client.
	 */
	private static ServletRequest unwrapped(ServletRequest request) {
		ServletRequest current = request;
		while (current instanceof ServletRequestWrapper wrapper) {
			current = wrapper.getRequest();
		}
		return current;
	}

	private boolean serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
		String contextPath = request.getContextPath();
		String uri = request.getRequestURI();
		LabFile file = uri.startsWith(contextPath)
				? this.lab.find(request.getMethod(), uri.substring(contextPath.length())) : null;
		if (file == null || !this.lab.admits(provenance(request))) {
			return false;
		}
		byte[] content = file.bytes(this.lab.values(contextPath));
		file.headers().forEach(response::setHeader);
		response.setContentLength(content.length);
		if (!request.getMethod().equals("HEAD")) {
			response.getOutputStream().write(content);
		}
		return true;
	}

	private static Provenance provenance(HttpServletRequest request) {
		return ServletProvenance.of(request).and((Provenance) request.getAttribute(Provenance.ATTRIBUTE));
	}

	/**
	 * What is behind the filter.
	 */
	@FunctionalInterface
	private interface Chain {

		void proceed() throws IOException, ServletException;

	}

	/**
	 * Notes a response that is finished later.
	 */
	private record Completion(Exchange exchange, HttpServletResponse response) implements AsyncListener {

		@Override
		public void onComplete(AsyncEvent event) {
			this.exchange.answered(this.response.getStatus(), this.response::getHeader);
		}

		@Override
		public void onTimeout(AsyncEvent event) {
			// Completed next.
		}

		@Override
		public void onError(AsyncEvent event) {
			// Completed next.
		}

		@Override
		public void onStartAsync(AsyncEvent event) {
			event.getAsyncContext().addListener(this);
		}

	}

}
