package io.github.corsstarter.benchmarks.servlet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.github.corsstarter.benchmarks.Unsupported;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * A response that keeps what is written to it and, but for lists of header values,
 * allocates nothing.
 */
final class StubResponse extends HttpServletResponseWrapper {

	private final String[] headers = new String[64];

	private int length;

	private int status;

	private long written;

	private final ServletOutputStream output = new Output();

	StubResponse() {
		super(Unsupported.of(HttpServletResponse.class));
	}

	/**
	 * Makes the response new again.
	 */
	void restart() {
		this.length = 0;
		this.status = 200;
	}

	long written() {
		return this.written;
	}

	@Override
	public int getStatus() {
		return this.status;
	}

	@Override
	public void setStatus(int status) {
		this.status = status;
	}

	@Override
	public void sendError(int status) {
		this.status = status;
	}

	@Override
	public void sendError(int status, String message) {
		this.status = status;
	}

	@Override
	public boolean isCommitted() {
		return false;
	}

	@Override
	public boolean containsHeader(String name) {
		return find(name, 0) >= 0;
	}

	@Override
	public String getHeader(String name) {
		int index = find(name, 0);
		return (index >= 0) ? this.headers[index + 1] : null;
	}

	@Override
	public Collection<String> getHeaders(String name) {
		List<String> values = new ArrayList<>();
		for (int i = find(name, 0); i >= 0; i = find(name, i + 2)) {
			values.add(this.headers[i + 1]);
		}
		return values;
	}

	@Override
	public void setHeader(String name, String value) {
		int index = find(name, 0);
		if (index >= 0) {
			this.headers[index + 1] = value;
		}
		else {
			addHeader(name, value);
		}
	}

	@Override
	public void addHeader(String name, String value) {
		this.headers[this.length++] = name;
		this.headers[this.length++] = value;
	}

	@Override
	public String getContentType() {
		return getHeader("Content-Type");
	}

	@Override
	public String getCharacterEncoding() {
		return "UTF-8";
	}

	@Override
	public void setCharacterEncoding(String encoding) {
	}

	@Override
	public void setContentLengthLong(long length) {
		this.written += length;
	}

	@Override
	public void setContentType(String type) {
		setHeader("Content-Type", type);
	}

	@Override
	public void setContentLength(int length) {
		this.written += length;
	}

	@Override
	public ServletOutputStream getOutputStream() {
		return this.output;
	}

	@Override
	public void resetBuffer() {
	}

	@Override
	public void flushBuffer() {
	}

	private int find(String name, int from) {
		for (int i = from; i < this.length; i += 2) {
			if (this.headers[i].equalsIgnoreCase(name)) {
				return i;
			}
		}
		return -1;
	}

	private final class Output extends ServletOutputStream {

		@Override
		public void write(int b) {
			StubResponse.this.written++;
		}

		@Override
		public void write(byte[] bytes, int start, int length) throws IOException {
			StubResponse.this.written += length;
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setWriteListener(WriteListener listener) {
			throw new UnsupportedOperationException();
		}

	}

}
