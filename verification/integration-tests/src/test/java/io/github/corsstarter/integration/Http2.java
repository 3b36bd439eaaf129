package io.github.corsstarter.integration;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.handler.codec.http2.Http2StreamFrame;

/**
 * Opens WebSockets over HTTP/2 (RFC 8441), in clear text and without asking first whether
 * the server speaks it.
 */
final class Http2 implements AutoCloseable {

	private static final int SECONDS = 30;

	private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

	private final Channel connection;

	Http2(int port) throws InterruptedException {
		this.connection = new Bootstrap().group(this.loop)
			.channel(NioSocketChannel.class)
			.handler(new ChannelInitializer<>() {

				@Override
				protected void initChannel(Channel channel) {
					channel.pipeline()
						.addLast(Http2FrameCodecBuilder.forClient().build(), new Http2MultiplexHandler(new Stream()));
				}

			})
			.connect(InetAddress.getLoopbackAddress(), port)
			.sync()
			.channel();
	}

	/**
	 * Sends an extended CONNECT.
	 */
	Stream connect(String path, String origin) throws InterruptedException {
		Http2Headers headers = new DefaultHttp2Headers().method("CONNECT")
			.scheme("http")
			.authority("api.example.net")
			.path(path)
			.set(Http2Headers.PseudoHeaderName.PROTOCOL.value(), "websocket")
			.set("sec-websocket-version", "13")
			.set("origin", origin);
		Stream stream = new Stream();
		stream.channel = new Http2StreamChannelBootstrap(this.connection).handler(stream).open().sync().getNow();
		stream.channel.writeAndFlush(new DefaultHttp2HeadersFrame(headers)).sync();
		return stream;
	}

	@Override
	public void close() {
		this.connection.close().syncUninterruptibly();
		this.loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
	}

	/**
	 * A stream, and what comes back on it.
	 */
	static final class Stream extends SimpleChannelInboundHandler<Http2StreamFrame> {

		private final CompletableFuture<Http2Headers> headers = new CompletableFuture<>();

		private final CompletableFuture<String> text = new CompletableFuture<>();

		private Channel channel;

		Http2Headers headers() throws InterruptedException, ExecutionException, TimeoutException {
			return this.headers.get(SECONDS, TimeUnit.SECONDS);
		}

		/**
		 * Sends a text and waits for the one that comes back. Both are short: a frame's
		 * second byte is their length.
		 */
		String say(String text) throws InterruptedException, ExecutionException, TimeoutException {
			ByteBuf frame = Unpooled.buffer();
			frame.writeByte(0x81).writeByte(0x80 | text.length()).writeInt(0);
			frame.writeCharSequence(text, StandardCharsets.US_ASCII);
			this.channel.writeAndFlush(new DefaultHttp2DataFrame(frame)).sync();
			return this.text.get(SECONDS, TimeUnit.SECONDS);
		}

		@Override
		protected void channelRead0(ChannelHandlerContext context, Http2StreamFrame frame) {
			if (frame instanceof Http2HeadersFrame head) {
				this.headers.complete(head.headers());
			}
			else if (frame instanceof Http2DataFrame data && data.content().readableBytes() > 2) {
				this.text.complete(data.content().skipBytes(2).toString(StandardCharsets.US_ASCII));
			}
			else if (frame instanceof Http2ResetFrame reset) {
				this.headers.completeExceptionally(new IllegalStateException("Reset: " + reset.errorCode()));
			}
		}

	}

}
