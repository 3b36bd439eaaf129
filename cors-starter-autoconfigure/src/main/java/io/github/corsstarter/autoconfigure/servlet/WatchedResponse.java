package io.github.corsstarter.autoconfigure.servlet;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A response that tells when it is about to be committed, and changes nothing. That is
 * when it is flushed, closed or redirected, when as much is written as the buffer holds,
 * and when all is written that was announced.
 */
final class WatchedResponse extends HttpServletResponseWrapper {

	private final ResponseWatch watch;

	private long written;

	private @Nullable ServletOutputStream stream;

	private @Nullable PrintWriter writer;

	WatchedResponse(HttpServletResponse response, ResponseWatch watch) {
		super(response);
		this.watch = watch;
	}

	/**
	 * Whether the response, or one that it wraps, is watched.
	 */
	static boolean isWithin(ServletResponse response) {
		ServletResponse current = response;
		while (current instanceof ServletResponseWrapper wrapper) {
			if (current instanceof WatchedResponse) {
				return true;
			}
			current = wrapper.getResponse();
		}
		return false;
	}

	private void leaves() {
		this.watch.leaves((HttpServletResponse) getResponse());
	}

	/**
	 * Learns that so much is about to be written; of characters no more is known than
	 * that each takes a byte at least. Jetty sends what is written at once when it is all
	 * that was announced; Tomcat waits for more, and tells no length.
	 */
	private void writes(int count) {
		this.written += count;
		String announced = getHeader("Content-Length");
		boolean complete = announced != null && announced.equals(String.valueOf(this.written));
		if (complete || this.written >= getBufferSize()) {
			leaves();
		}
	}

	@Override
	public void sendError(int status) throws IOException {
		this.watch.error();
		super.sendError(status);
	}

	@Override
	public void sendError(int status, String message) throws IOException {
		this.watch.error();
		super.sendError(status, message);
	}

	@Override
	public void sendRedirect(String location) throws IOException {
		leaves();
		super.sendRedirect(location);
	}

	@Override
	public void flushBuffer() throws IOException {
		leaves();
		super.flushBuffer();
	}

	@Override
	public void reset() {
		super.reset();
		this.written = 0;
	}

	@Override
	public void resetBuffer() {
		super.resetBuffer();
		this.written = 0;
	}

	@Override
	public ServletOutputStream getOutputStream() throws IOException {
		ServletOutputStream stream = super.getOutputStream();
		if (this.stream == null) {
			this.stream = new WatchedStream(stream);
		}
		return this.stream;
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		PrintWriter writer = super.getWriter();
		if (this.writer == null) {
			this.writer = new WatchedPrintWriter(writer);
		}
		return this.writer;
	}

	private final class WatchedStream extends ServletOutputStream {

		private final ServletOutputStream stream;

		WatchedStream(ServletOutputStream stream) {
			this.stream = stream;
		}

		@Override
		public void write(int value) throws IOException {
			writes(1);
			this.stream.write(value);
		}

		@Override
		public void write(byte[] bytes, int start, int count) throws IOException {
			writes(count);
			this.stream.write(bytes, start, count);
		}

		@Override
		public void flush() throws IOException {
			leaves();
			this.stream.flush();
		}

		@Override
		public void close() throws IOException {
			leaves();
			this.stream.close();
		}

		@Override
		public boolean isReady() {
			return this.stream.isReady();
		}

		@Override
		public void setWriteListener(WriteListener listener) {
			this.stream.setWriteListener(listener);
		}

	}

	private final class WatchedPrintWriter extends PrintWriter {

		private final PrintWriter writer;

		WatchedPrintWriter(PrintWriter writer) {
			super(new WatchedWriter(writer));
			this.writer = writer;
		}

		/**
		 * Print writers keep failures to themselves: the one within knows.
		 */
		@Override
		public boolean checkError() {
			return super.checkError() || this.writer.checkError();
		}

	}

	private final class WatchedWriter extends FilterWriter {

		WatchedWriter(Writer writer) {
			super(writer);
		}

		@Override
		public void write(int character) throws IOException {
			writes(1);
			super.write(character);
		}

		@Override
		public void write(char[] characters, int start, int count) throws IOException {
			writes(count);
			super.write(characters, start, count);
		}

		@Override
		public void write(String text, int start, int count) throws IOException {
			writes(count);
			super.write(text, start, count);
		}

		@Override
		public void flush() throws IOException {
			leaves();
			super.flush();
		}

		@Override
		public void close() throws IOException {
			leaves();
			super.close();
		}

	}

}
