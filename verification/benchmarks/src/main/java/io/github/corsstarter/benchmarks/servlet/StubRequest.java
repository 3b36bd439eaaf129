package io.github.corsstarter.benchmarks.servlet;

import java.util.Enumeration;

import io.github.corsstarter.benchmarks.RequestData;
import io.github.corsstarter.benchmarks.Unsupported;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.MappingMatch;

/**
 * A request that costs next to nothing and allocates nothing, so that what is measured is
 * the filter. Headers are looked for as servers do it, one by one and without case.
 */
final class StubRequest extends HttpServletRequestWrapper {

	private static final HttpServletMapping DEFAULT_SERVLET = new DefaultServlet("", "/", "dispatcherServlet",
			MappingMatch.DEFAULT);

	private final String method;

	private final String path;

	private final String[] headers;

	private final String[] attributeNames = new String[8];

	private final Object[] attributes = new Object[8];

	private int attributeCount;

	private int attributesToKeep;

	private final Values values = new Values();

	private final Names names = new Names();

	StubRequest(RequestData data) {
		super(Unsupported.of(HttpServletRequest.class));
		this.method = data.method();
		this.path = data.path();
		this.headers = data.headers().toArray(new String[0]);
	}

	/**
	 * Keeps the attributes that there are for good.
	 */
	void keepAttributes() {
		this.attributesToKeep = this.attributeCount;
	}

	/**
	 * Makes the request new again.
	 */
	void reset() {
		this.attributeCount = this.attributesToKeep;
	}

	@Override
	public String getMethod() {
		return this.method;
	}

	@Override
	public String getRequestURI() {
		return this.path;
	}

	@Override
	public String getContextPath() {
		return "";
	}

	@Override
	public HttpServletMapping getHttpServletMapping() {
		return DEFAULT_SERVLET;
	}

	@Override
	public String getScheme() {
		return "https";
	}

	@Override
	public String getServerName() {
		return RequestData.HOST;
	}

	@Override
	public int getServerPort() {
		return 443;
	}

	@Override
	public DispatcherType getDispatcherType() {
		return DispatcherType.REQUEST;
	}

	@Override
	public String getHeader(String name) {
		int index = find(name, 0);
		return (index >= 0) ? this.headers[index + 1] : null;
	}

	@Override
	public Enumeration<String> getHeaders(String name) {
		return this.values.startAt(name);
	}

	@Override
	public Enumeration<String> getHeaderNames() {
		this.names.next = 0;
		return this.names;
	}

	@Override
	public String getContentType() {
		return null;
	}

	@Override
	public String getCharacterEncoding() {
		return null;
	}

	@Override
	public int getContentLength() {
		return -1;
	}

	@Override
	public Object getAttribute(String name) {
		for (int i = 0; i < this.attributeCount; i++) {
			if (this.attributeNames[i].equals(name)) {
				return this.attributes[i];
			}
		}
		return null;
	}

	@Override
	public void setAttribute(String name, Object value) {
		int slot = 0;
		while (slot < this.attributeCount && !this.attributeNames[slot].equals(name)) {
			slot++;
		}
		this.attributeNames[slot] = name;
		this.attributes[slot] = value;
		this.attributeCount = Math.max(this.attributeCount, slot + 1);
	}

	@Override
	public void removeAttribute(String name) {
		if (getAttribute(name) != null) {
			setAttribute(name, null);
		}
	}

	@Override
	public boolean isAsyncStarted() {
		return false;
	}

	private int find(String name, int from) {
		for (int i = from; i < this.headers.length; i += 2) {
			if (this.headers[i].equalsIgnoreCase(name)) {
				return i;
			}
		}
		return -1;
	}

	@SuppressWarnings("JdkObsolete") // The Servlet API's choice.
	private final class Values implements Enumeration<String> {

		private String name;

		private int next;

		Values startAt(String name) {
			this.name = name;
			this.next = find(name, 0);
			return this;
		}

		@Override
		public boolean hasMoreElements() {
			return this.next >= 0;
		}

		@Override
		public String nextElement() {
			String value = StubRequest.this.headers[this.next + 1];
			this.next = find(this.name, this.next + 2);
			return value;
		}

	}

	@SuppressWarnings("JdkObsolete")
	private final class Names implements Enumeration<String> {

		private int next;

		@Override
		public boolean hasMoreElements() {
			return this.next < StubRequest.this.headers.length;
		}

		@Override
		public String nextElement() {
			String name = StubRequest.this.headers[this.next];
			this.next += 2;
			return name;
		}

	}

	private record DefaultServlet(String getMatchValue, String getPattern, String getServletName,
			MappingMatch getMappingMatch) implements HttpServletMapping {
	}

}
