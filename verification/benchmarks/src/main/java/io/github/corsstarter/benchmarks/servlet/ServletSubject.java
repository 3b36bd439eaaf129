package io.github.corsstarter.benchmarks.servlet;

import java.io.IOException;
import java.util.List;

import io.github.corsstarter.benchmarks.Case;
import io.github.corsstarter.benchmarks.RequestData;
import io.github.corsstarter.benchmarks.Side;
import io.github.corsstarter.benchmarks.Size;
import io.github.corsstarter.benchmarks.Traffic;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;

import org.springframework.web.util.ServletRequestPathUtils;

/**
 * A filter, and the traffic that goes through it.
 */
public final class ServletSubject {

	private final Case kind;

	private final List<RequestData> traffic;

	private final StubRequest[] requests;

	private final StubResponse response = new StubResponse();

	private final StubChain chain = new StubChain();

	private final Filter filter;

	private int next;

	/**
	 * Creates a filter and its traffic.
	 * @param side whose filter it is
	 * @param kind the case
	 * @param size how much is configured
	 * @param bytes the length of the header that makes a case long
	 * @throws ServletException if the filter does not like its configuration
	 */
	public ServletSubject(Side side, Case kind, Size size, int bytes) throws ServletException {
		this.kind = kind;
		this.traffic = Traffic.of(kind, size, bytes);
		this.requests = this.traffic.stream().map(StubRequest::new).toArray(StubRequest[]::new);
		this.filter = ServletFilters.of(side, size);
		if (side == Side.SPRING_PARSED) {
			for (StubRequest request : this.requests) {
				ServletRequestPathUtils.parseAndCache(request);
				request.keepAttributes();
			}
		}
	}

	/**
	 * Filters the next request.
	 * @return everything that came of it
	 */
	public Object filterNext() throws IOException, ServletException {
		StubRequest request = this.requests[this.next++ & (Traffic.COUNT - 1)];
		request.reset();
		this.response.restart();
		this.chain.restart();
		this.filter.doFilter(request, this.response, this.chain);
		return this.response;
	}

	/**
	 * Checks the filter's answers.
	 * @param count to how many requests
	 */
	public void check(int count) throws IOException, ServletException {
		for (int i = 0; i < count; i++) {
			RequestData data = this.traffic.get(this.next & (Traffic.COUNT - 1));
			filterNext();
			this.kind.check(data, this.chain.isReached(), this.response.getStatus(),
					this.response.getHeader("Access-Control-Allow-Origin"),
					this.response.getHeader("Access-Control-Allow-Headers"));
		}
	}

}
