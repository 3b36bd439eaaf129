package io.github.corsstarter.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.corsstarter.text.Printable;
import org.jspecify.annotations.Nullable;

/**
 * Asks an application's endpoint. Redirects are not followed: a token is for one host.
 */
final class Remote {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	/** For all of the answer, which may come in drops. */
	private static final Duration MAX_DURATION = Duration.ofSeconds(60);

	/** Ten thousand policies fit in. */
	private static final int MAX_BYTES = 16 * 1024 * 1024;

	private Remote() {
	}

	static boolean isUrl(String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		return lower.startsWith("http://") || lower.startsWith("https://");
	}

	static String get(String url, @Nullable String authorization) {
		return get(url, authorization, MAX_DURATION);
	}

	static String get(String url, @Nullable String authorization, Duration maxDuration) {
		try {
			HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
				.timeout(PATIENCE)
				.header("Accept", "application/json");
			if (authorization != null) {
				request.header("Authorization", authorization);
			}
			HttpResponse<InputStream> response = HttpClient.newBuilder()
				.connectTimeout(PATIENCE)
				.build()
				.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
			try (InputStream body = response.body()) {
				if (response.statusCode() != 200) {
					throw new UnusableInputException(url + " answers " + response.statusCode() + "." + hint(response));
				}
				return new String(inTime(url, body, maxDuration), StandardCharsets.UTF_8);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new UnusableInputException(url + " cannot be read: interrupted", ex);
		}
		catch (ConnectException ex) {
			throw new UnusableInputException(url + " cannot be read: nothing answers there.", ex);
		}
		catch (IOException | IllegalArgumentException ex) {
			String reason = (ex.getMessage() != null) ? ex.getMessage() : ex.getClass().getSimpleName();
			throw new UnusableInputException(url + " cannot be read: " + reason, ex);
		}
	}

	private static String hint(HttpResponse<?> response) {
		int status = response.statusCode();
		if (status == 401 || status == 403) {
			return " --token-from-env NAME sends the value of an environment variable as its authorization.";
		}
		String location = response.headers().firstValue("Location").orElse(null);
		if (location != null) {
			return " It leads to " + Printable.line(location, Printable.MAX_LENGTH)
					+ ", which is not followed: name that URL if it is the endpoint's own.";
		}
		return " Is the endpoint exposed there? management.endpoints.web.exposure.include says so.";
	}

	/**
	 * Reads an answer. The client's own limit ends where the answer begins.
	 */
	private static byte[] inTime(String url, InputStream body, Duration maxDuration)
			throws InterruptedException, IOException {
		CompletableFuture<byte[]> reading = CompletableFuture.supplyAsync(() -> read(body));
		try {
			byte[] bytes = reading.get(maxDuration.toMillis(), TimeUnit.MILLISECONDS);
			if (bytes.length > MAX_BYTES) {
				throw new UnusableInputException(url + " answers with more than 16 MB.");
			}
			return bytes;
		}
		catch (TimeoutException ex) {
			throw new UnusableInputException(
					url + " cannot be read: its answer takes more than " + maxDuration.toSeconds() + " seconds.", ex);
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof UncheckedIOException unreadable) ? unreadable.getCause()
					: new IOException(ex);
		}
	}

	private static byte[] read(InputStream body) {
		try {
			return body.readNBytes(MAX_BYTES + 1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
